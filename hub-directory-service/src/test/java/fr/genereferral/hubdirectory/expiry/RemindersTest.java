package fr.genereferral.hubdirectory.expiry;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A hub is reminded at a quarter and at half of its time, each once. */
@ServiceTest
class RemindersTest {
    @Inject
    ExpiringOffers expiring;

    @Test
    void comeAtAQuarterAndAtHalfOfTheTime() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        search.waited(24);
        Clockwork.remind(expiring);
        assertEquals(List.of(), shares(search));
        search.read(Tokens.hub(NANTES)).body("remindedAt", nullValue());

        search.waited(26);
        Clockwork.remind(expiring);
        assertEquals(List.of("0.250"), shares(search));

        search.waited(51);
        Clockwork.remind(expiring);
        Clockwork.remind(expiring);
        assertEquals(List.of("0.250", "0.500"), shares(search));
        search.read(Tokens.hub(NANTES)).body("remindedAt", hasSize(2)).body("state", equalTo("OPEN"));
        assertEquals(List.of("OfferMade.v1", "OfferSeen.v1"), search.said());
    }

    @Test
    void areSeenByAHubThatAsksWhetherAnythingIsNew() {
        var search = Search.in("35").routed("OfferMade");
        var tag = search.read(Tokens.hub(NANTES)).extract().header("ETag");
        search.waited(30);
        Clockwork.remind(expiring);

        given().auth()
                .oauth2(Tokens.hub(NANTES))
                .header("If-None-Match", tag)
                .get("/v1/offers/" + search.offer())
                .then()
                .statusCode(200)
                .header("ETag", "\"2-1\"")
                .body("remindedAt", hasSize(1));
    }

    @Test
    void comeOnceHoweverManyInstancesLook() throws Exception {
        var search = Search.in("35").routed("OfferMade").waited(60);
        Callable<Integer> look = () -> Clockwork.remind(expiring);

        Clockwork.atOnce(Collections.nCopies(4, look));

        assertEquals(List.of("0.500"), shares(search));
    }

    @Test
    void comeOnceForAllThatWasMissedWhileNobodyLooked() throws SQLException {
        var search = Search.in("35").routed("OfferMade").waited(60);

        Clockwork.remind(expiring);
        Clockwork.remind(expiring);

        assertEquals(List.of("0.500"), shares(search));
    }

    @Test
    void doNotComeAfterAnAnswerNorWhenTheTimeIsOver() throws SQLException {
        var accepted = Search.in("35").routed("OfferMade").waited(60);
        accepted.accept().statusCode(200);
        var overdue = Search.in("35").routed("OfferMade").overdue();

        Clockwork.remind(expiring);

        assertEquals(List.of(), shares(accepted));
        assertEquals(List.of(), shares(overdue));
        overdue.accept().statusCode(200);
    }

    private static List<String> shares(Search search) throws SQLException {
        var query = "select cast(fraction as text) from offer_reminder where cast(offer_id as text) = ? order by 1";
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, search.offer());
            var found = new ArrayList<String>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
