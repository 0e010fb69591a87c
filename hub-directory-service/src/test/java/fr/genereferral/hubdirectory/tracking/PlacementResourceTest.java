package fr.genereferral.hubdirectory.tracking;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import org.junit.jupiter.api.Test;

@ServiceTest
class PlacementResourceTest {

    @Test
    void showsTheCoordinatorEveryTermAndEveryExclusion() {
        var search = Search.in("35").routed("OfferMade");
        search.decline("NO_CAPACITY").statusCode(200);

        search.placement(Tokens.coordinator())
                .statusCode(200)
                .header("ETag", "\"3-OFFERED\"")
                .body("state", equalTo("OFFERED"))
                .body("matchRuns", hasSize(1))
                .body("matchRuns[0].origin.code", equalTo("35"))
                .body("matchRuns[0].parameters.minutesPerWaitingDay", equalTo(60))
                .body("matchRuns[0].parameters.validFrom", equalTo("2026-01-01"))
                .body("matchRuns[0].ranked", hasSize(10))
                .body("matchRuns[0].ranked.terms", everyItem(notNullValue()))
                .body("matchRuns[0].ranked[0].travel.approximate", equalTo(true))
                .body("matchRuns[0].excluded.reason", hasItem("RELAY_ONLY"))
                .body("offers.hub.id", contains(NANTES, NECKER))
                .body("offers.declineReason", hasItem("NO_CAPACITY"));
        search.placement(Tokens.auditor()).statusCode(200);
    }

    @Test
    void showsAHubItsOwnTermsAndTheRanking() {
        var search = Search.in("35").routed("OfferMade");
        search.decline("NO_CAPACITY").statusCode(200);

        search.placement(Tokens.hub(NECKER))
                .statusCode(200)
                .body("matchRuns[0].ranked.rank", hasSize(10))
                .body("matchRuns[0].ranked[1].terms.cost", notNullValue())
                .body("matchRuns[0].ranked[0].terms", nullValue())
                .body("matchRuns[0].ranked[0].travel", nullValue())
                .body("matchRuns[0].origin.code", equalTo("35"))
                .body("matchRuns[0].excluded.hub", everyItem(notNullValue()))
                .body("matchRuns[0].excluded.reason", everyItem(nullValue()))
                .body("offers.hub.id", contains(NECKER));
        search.placement(Tokens.hub(NANTES))
                .statusCode(200)
                .body("matchRuns[0].ranked.terms", everyItem(nullValue()))
                .body("matchRuns[0].ranked.travel", everyItem(nullValue()))
                .body("matchRuns[0].origin", nullValue());
    }

    /** Neither has a version of its own: both are referral-service's news. */
    @Test
    void isNewToWhoeverHasReadItBeforeItsSearchOrItsReferralHasEnded() {
        var search = Search.in("75").forTherapy("UPS").routed("OfferMade");
        search.decline("CLINICALLY_UNSUITABLE").statusCode(200);
        var escalated = tag(search, "ESCALATED");
        search.cancel();
        await().untilAsserted(() -> search.placement(Tokens.coordinator()).body("state", equalTo("STOPPED")));

        isRead(search, escalated, 200);
        var stopped = tag(search, "STOPPED");
        isRead(search, stopped, 304);
        search.close();
        await().untilAsserted(() -> search.placement(Tokens.coordinator()).body("state", equalTo("CLOSED")));

        isRead(search, stopped, 200);
        isRead(search, tag(search, "CLOSED"), 304);
    }

    private static String tag(Search search, String state) {
        return search.placement(Tokens.coordinator())
                .statusCode(200)
                .body("state", equalTo(state))
                .extract()
                .header("ETag");
    }

    private static void isRead(Search search, String tag, int status) {
        given().auth()
                .oauth2(Tokens.coordinator())
                .header("If-None-Match", tag)
                .get("/v1/placements/" + search.referral())
                .then()
                .statusCode(status);
    }

    @Test
    void saysThatAVersionIsStale() {
        var search = Search.in("35").routed("OfferMade");

        given().auth()
                .oauth2(Tokens.coordinator())
                .header("If-Match", "\"7\"")
                .get("/v1/placements/" + search.referral())
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("STALE"));
    }

    @Test
    void isClosedToAHubThatWasNeverAsked() {
        var search = Search.in("35").routed("OfferMade");

        search.placement(Tokens.hub(LYON)).statusCode(404).body("code", equalTo("NOT_FOUND"));
        search.placement(Tokens.hospital(NANTES)).statusCode(403);
    }
}
