package fr.genereferral.hubdirectory.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.RequestBuilder;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServiceTest
class StoredMatchRunTest {

    @Inject
    Directories directories;

    @Test
    void canBeMadeAgainToTheByte() throws Throwable {
        var search = Search.in("973").routed("OfferMade");
        var stored = content(search);
        var first = JsonColumn.read(stored, MatchRun.class);

        var request =
                RequestBuilder.aRequest().of(search.referral()).livingIn("973").build();
        var occasion = new MatchRun.Occasion(first.id(), first.day(), first.madeAt());
        var again = MatchRun.of(request, directory(), Map.of(), occasion);

        assertEquals(stored, JsonColumn.write(again));
    }

    @Test
    void outlivesAnErasureForItNamesNoFactOfThePatient() throws SQLException {
        var stored = content(Search.in("35").routed("OfferMade"));

        assertEquals(List.of(), StoredFacts.of("2026-07-20", "5.8").in(stored));
        assertFalse(stored.contains("birth"));
    }

    private Directory directory() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> directories.current());
    }

    private static String content(Search search) throws SQLException {
        try (var connection = LocalServers.asServiceFor("national");
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(
                    "select content from match_run where referral_id = '" + search.referral() + "'");
            rows.next();
            return rows.getString(1);
        }
    }
}
