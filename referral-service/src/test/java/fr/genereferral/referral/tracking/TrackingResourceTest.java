package fr.genereferral.referral.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class TrackingResourceTest {

    @Test
    void answersForAnothersReferralAsForOneThatNeverWas() {
        var rennes = Journey.begun(Tokens.RENNES);
        var anothers = rennes.as(Tokens.hospital(Tokens.ANGERS), "").statusCode(404);
        var never = given().auth()
                .oauth2(Tokens.hospital(Tokens.ANGERS))
                .get("/v1/referrals/" + UUID.randomUUID())
                .then()
                .statusCode(404);

        assertEquals(never.extract().asString(), anothers.extract().asString());
    }

    @Test
    void listsOnlyTheCallersOwnAPageAtATime() {
        var mine = Journey.begun(Tokens.ANGERS);
        Journey.begun(Tokens.ANGERS);
        var anothers = Journey.begun(Tokens.RENNES);

        var page = list(Tokens.ANGERS, "?limit=1")
                .body("items", hasSize(1))
                .body("next", notNullValue())
                .header("Link", notNullValue());
        String next = page.extract().path("next");

        list(Tokens.ANGERS, "?limit=200&cursor=" + next).body("items.id", hasItem(mine.id()));
        list(Tokens.ANGERS, "?limit=200").body("items.id", not(hasItem(anothers.id())));
    }

    @Test
    void answersAnEmptyListWhenNothingIsFoundAndAProblemWhenTheQuestionIsWrong() {
        list(Tokens.NANTES, "?state=COMPLETED").statusCode(200).body("items", hasSize(0));
        list(Tokens.NANTES, "?state=NOWHERE").statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void listsWhatMayBeDoneAndWhatIsListedWorks() {
        var journey = Journey.begun(Tokens.RENNES);

        journey.get("/actions").body("items.action", hasItems("READ", "READ_IDENTITY", "WITHDRAW"));
        journey.withdraw().statusCode(200).body("state", equalTo("CANCELLED"));
        journey.get("/actions").body("items.action", not(hasItem("WITHDRAW")));
        journey.withdraw().statusCode(409);
    }

    @Test
    void offersNoIdentityThatHasBeenErased() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);

        try (var keys = Rows.ofKeys()) {
            keys.run("delete from referral_key where referral_id = '" + journey.id() + "'");
        }

        journey.get("/identity").statusCode(404).body("code", equalTo("IDENTITY_ERASED"));
        journey.get("/actions").body("items.action", not(hasItem("READ_IDENTITY")));
    }

    @Test
    void answersNotModifiedToWhoeverHasTheVersion() {
        var journey = Journey.begun(Tokens.RENNES);

        given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .header("If-None-Match", "\"1\"")
                .get("/v1/referrals/" + journey.id())
                .then()
                .statusCode(304);
    }

    @Test
    void tellsAHubWhatHasChangedSinceItOpenedTheDossier() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED");
        var hub = Tokens.hub("130804297");
        journey.as(hub, "").statusCode(200).body("changedSinceYouOpened", hasSize(0));

        journey.addFacts(
                        "{\"facts\": [{\"code\": \"body-weight\", \"state\": \"present\", \"value\": 6.1, \"unit\": \"kg\","
                                + " \"date\": \"2026-11-22\", \"source\": \"clinician\"}]}")
                .statusCode(201)
                .body("changedSinceYouOpened", nullValue());

        // However often it looks: it is told until the offer has ended.
        for (var again = 0; again < 2; again++) {
            journey.as(hub, "")
                    .body("changedSinceYouOpened.name", contains("body-weight"))
                    .body("changedSinceYouOpened[0].before.value", contains(5.8f))
                    .body("changedSinceYouOpened[0].after.value", contains(6.1f));
        }
        journey.as(Tokens.coordinator(), "").body("changedSinceYouOpened", nullValue());
        journey.read().body("changedSinceYouOpened", nullValue());
    }

    @Test
    void keepsTheIdentityFromTheCoordinator() {
        var journey = Journey.begun(Tokens.RENNES);

        journey.as(Tokens.coordinator(), "").statusCode(200);
        journey.as(Tokens.coordinator(), "/identity").statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse list(String hospital, String query) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital))
                .get("/v1/referrals" + query)
                .then();
    }
}
