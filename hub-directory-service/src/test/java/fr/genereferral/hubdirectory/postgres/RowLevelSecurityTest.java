package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall: what the service's own role may see and do when a query forgets to ask. */
@ServiceTest
class RowLevelSecurityTest {

    @ParameterizedTest
    @ValueSource(strings = {"placement", "routing", "match_run", "offer"})
    void showsNothingToATransactionThatDoesNotSayForWhom(String table) throws SQLException {
        Search.in("35").routed("OfferMade");

        assertEquals(0, count(null, table, "true"));
        assertEquals(0, count("", table, "true"));
        assertTrue(count("national", table, "true") > 0);
    }

    @Test
    void showsAHubItsOwnAndTheChildOnlyWhileItHoldsTheRequest() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        var mine = "referral_id = '" + search.referral() + "'";
        assertEquals(1, count(NANTES, "offer", mine));
        assertEquals(1, count(NANTES, "routing", mine));
        assertEquals(0, count(LYON, "offer", mine));
        assertEquals(0, count(LYON, "routing", mine));

        search.decline("NO_CAPACITY").statusCode(200);

        assertEquals(1, count(NANTES, "offer", mine));
        assertEquals(0, count(NANTES, "routing", mine));
        assertEquals(1, count(NANTES, "match_run", mine));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update match_run set content = ''",
                "delete from match_run",
                "delete from offer",
                "update routing set therapy = ''",
                "update outbox set payload = ''",
                "delete from outbox",
                "update directory_anomaly set therapy = ''",
                "delete from accreditation",
                "update leg set minutes = 0",
                "create table mine (id int)"
            })
    void refusesWhatTheServiceMayNotDo(String statement) throws SQLException {
        try (var connection = LocalServers.asService();
                var denied = connection.createStatement()) {
            denied.execute("select set_config('app.orgs', 'platform', false)");
            var refused = assertThrows(SQLException.class, () -> denied.execute(statement));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void refusesASecondLiveOfferWhateverTheCodeDoes() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        try (var connection = LocalServers.asService();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.orgs', 'platform', false)");
            var copy = "insert into offer select uuidv7(), referral_id, match_run_id, routing, rank, hub_id, hub_name,"
                    + " hub_city, therapy, urgency, state, illustrative, offered_at, expires_at, seen_at, ended_at,"
                    + " answered_by, decline_reason, version from offer where id = '" + search.offer() + "'";
            var refused = assertThrows(SQLException.class, () -> statement.execute(copy));
            assertEquals("23P01", refused.getSQLState());
        }
    }

    private static int count(String orgs, String table, String condition) throws SQLException {
        try (var connection = LocalServers.asService();
                var statement = connection.createStatement()) {
            if (orgs != null) {
                statement.execute("select set_config('app.orgs', '" + orgs + "', false)");
            }
            var rows = statement.executeQuery("select count(*) from " + table + " where " + condition);
            rows.next();
            return rows.getInt(1);
        }
    }
}
