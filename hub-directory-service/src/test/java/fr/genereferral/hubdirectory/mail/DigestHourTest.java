package fr.genereferral.hubdirectory.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.ServiceTest;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it was last the hour of a hub's digest, as the database tells it. */
@ServiceTest
class DigestHourTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 7, 2026-11-23T06:00:00Z, 2026-11-23T06:00:00Z",
        "Europe/Paris, 7, 2026-11-23T05:59:59Z, 2026-11-22T06:00:00Z",
        "Europe/Paris, 7, 2026-10-25T12:00:00Z, 2026-10-25T06:00:00Z",
        "Europe/Paris, 7, 2026-10-25T05:30:00Z, 2026-10-24T05:00:00Z",
        "Indian/Reunion, 0, 2026-11-23T19:59:59Z, 2026-11-22T20:00:00Z",
        "Indian/Reunion, 0, 2026-11-23T20:00:00Z, 2026-11-23T20:00:00Z",
        "America/Cayenne, 23, 2026-11-23T12:00:00Z, 2026-11-23T02:00:00Z"
    })
    void countsTheHourWhereTheHubIs(String zone, int hour, String now, String last) throws SQLException {
        var query = "select cast(extract(epoch from last_digest(?, ?, cast(? as timestamptz))) as bigint)"
                + " - cast(extract(epoch from cast(? as timestamptz)) as bigint)";
        try (var connection = LocalServers.asService();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, zone);
            statement.setInt(2, hour);
            statement.setString(3, now);
            statement.setString(4, last);
            var rows = statement.executeQuery();
            rows.next();
            assertEquals(0, rows.getLong(1));
        }
    }
}
