package fr.genereferral.hubdirectory.answer;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class OfferResourceTest {

    @Test
    void showsAHubWhatItNeedsToDecideWhetherToLook() {
        var search = Search.in("2B").routed("OfferMade");

        search.read(Tokens.hub(search.hub()))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("referralId", equalTo(search.referral()))
                .body("state", equalTo("OPEN"))
                .body("therapy", equalTo("ONA-IV"))
                .body("patient.age.unit", notNullValue())
                .body("patient.weightKg", equalTo(5.8f))
                .body("patient.verdict", equalTo("ELIGIBLE"))
                .body("patient.referredBy.name", equalTo("CH de Bastia, Falconaja"))
                .body("patient.residence.name", equalTo("Haute-Corse"))
                .body("travel.legs.mode", hasItem("AIR"))
                .body("illustrative", equalTo(true))
                .body("notice", containsString("illustration"))
                .body("dossier", equalTo("http://localhost:8081/v1/referrals/" + search.referral()));
    }

    @Test
    void neverShowsABirthDate() {
        var search = Search.in("2B").routed("OfferMade");

        search.read(Tokens.hub(search.hub())).body(not(containsString("2026-07-20")));
    }

    @Test
    void notesTheFirstLookOnce() {
        var search = Search.in("35").routed("OfferMade");

        search.read(Tokens.hub(NANTES)).body("seenAt", notNullValue());
        search.read(Tokens.hub(NANTES)).header("ETag", "\"2\"");

        assertEquals(List.of("OfferMade.v1", "OfferSeen.v1"), search.said());
    }

    @Test
    void answersThatNothingHasChanged() {
        var search = Search.in("35").routed("OfferMade");
        search.read(Tokens.hub(NANTES));

        given().auth()
                .oauth2(Tokens.hub(NANTES))
                .header("If-None-Match", "\"2\"")
                .get("/v1/offers/" + search.offer())
                .then()
                .statusCode(304);
    }

    @Test
    void letsAHubTakeTheChild() {
        var search = Search.in("35").routed("OfferMade");

        search.accept()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("patient", notNullValue())
                .body("endedAt", notNullValue());

        search.until("OfferMade.v1", "OfferAccepted.v1");
        assertEquals(NANTES, search.lastEvent().get("hub").asText());
    }

    @Test
    void refusesASecondYes() {
        var search = Search.in("35").routed("OfferMade");
        search.accept().statusCode(200);

        search.accept()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("OFFER_NO_LONGER_OPEN"))
                .body("origin", equalTo("HUB"))
                .body("holder.offer", equalTo("ACCEPTED"))
                .body("holder.hub.id", equalTo(NANTES))
                .body("actions", contains("GIVE_BACK"));
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), search.said());
    }

    @Test
    void asksTheNextHubWhenTheFirstSaysNoAndTellsTheFirstWhoIsAsked() {
        var search = Search.in("35").routed("OfferMade");
        var first = search.offer();

        search.decline("NO_CAPACITY").statusCode(200).body("state", equalTo("DECLINED"));

        search.until("OfferMade.v1", "OfferDeclined.v1", "OfferMade.v1");
        assertEquals(NECKER, search.hub());
        Search.post(Tokens.hub(NANTES), first, "acceptance", "{}")
                .statusCode(409)
                .body("holder.hub.id", equalTo(NECKER))
                .body("holder.placement", equalTo("OFFERED"));
    }

    @Test
    void keepsWhatConcernsTheChildFromAHubThatHasDeclined() {
        var search = Search.in("35").routed("OfferMade");
        var first = search.offer();
        search.decline("NO_CAPACITY").statusCode(200);

        Search.get(Tokens.hub(NANTES), "/v1/offers/" + first)
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("declineReason", equalTo("NO_CAPACITY"))
                .body("patient", nullValue())
                .body("travel", nullValue())
                .body("dossier", nullValue());
    }

    @Test
    void escalatesWhenNoHubIsLeft() {
        var search = Search.in("75").forTherapy("UPS").routed("OfferMade");
        search.decline("NO_CAPACITY").statusCode(200);
        search.decline("CAPABILITY_LOST").statusCode(200);

        search.until("OfferMade.v1", "OfferDeclined.v1", "OfferMade.v1", "OfferDeclined.v1", "NoHubFound.v1");
        var declined = search.lastEvent().get("declined");
        assertEquals(
                List.of(ROTHSCHILD, MONTPELLIER),
                List.of(declined.get(0).asText(), declined.get(1).asText()));
    }

    @Test
    void leavesAClinicalRefusalToTheCoordinator() {
        var search = Search.in("35").routed("OfferMade");

        search.decline("CLINICALLY_UNSUITABLE").statusCode(200);

        search.until("OfferMade.v1", "OfferDeclined.v1");
        assertEquals("COORDINATOR", search.lastEvent().get("follows").asText());
    }

    @Test
    void looksTheSameToAStrangerAsAnOfferThatNeverWas() {
        var search = Search.in("35").routed("OfferMade");

        var theirs = search.read(Tokens.hub(LYON)).statusCode(404).extract().asByteArray();
        var nobodys = Search.get(Tokens.hub(LYON), "/v1/offers/" + UUID.randomUUID())
                .statusCode(404)
                .extract()
                .asByteArray();
        var malformed = Search.get(Tokens.hub(LYON), "/v1/offers/not-an-id")
                .statusCode(404)
                .extract()
                .asByteArray();

        assertArrayEquals(theirs, nobodys);
        assertArrayEquals(theirs, malformed);
        Search.post(Tokens.hub(LYON), search.offer(), "acceptance", "{}").statusCode(404);
        Search.post(Tokens.hub(LYON), search.offer(), "declinal", "{\"reason\": \"OTHER\"}")
                .statusCode(404);
        assertEquals(List.of("OfferMade.v1"), search.said());
    }

    @Test
    void refusesOtherRolesAndOtherAudiences() {
        var search = Search.in("35").routed("OfferMade");

        search.read(Tokens.hospital(NANTES)).statusCode(403).body("code", equalTo("FORBIDDEN"));
        search.read(Tokens.coordinator()).statusCode(403);
        search.read(Tokens.forAnotherService(NANTES)).statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        search.read(Tokens.token(null, "hub_clinician", "hub-directory-api"))
                .statusCode(403)
                .body("code", equalTo("ORGANISATION_MISSING"));
        search.read(Tokens.hub("national")).statusCode(403);
        given().get("/v1/offers/" + search.offer()).then().statusCode(401);
    }

    @Test
    void saysEverythingThatIsWrongWithADecline() {
        var search = Search.in("35").routed("OfferMade");
        var token = Tokens.hub(NANTES);

        Search.post(token, search.offer(), "declinal", "{\"reason\": \"TIRED\", \"words\": \"no\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/reason", "/words"))
                .body("violations.code", contains("VALUE_NOT_ALLOWED", "FIELD_UNKNOWN"));
        Search.post(token, search.offer(), "declinal", "{}")
                .statusCode(422)
                .body("violations.code", contains("FIELD_MISSING"));
        Search.post(token, search.offer(), "declinal", "{").statusCode(400).body("code", equalTo("MALFORMED"));
        Search.post(token, search.offer(), "acceptance", "{\"conditions\": \"some\"}")
                .statusCode(422);
        Search.post(token, search.offer(), "acceptance", "[]").statusCode(422);
    }

    @Test
    void listsWhatMayBeDoneNow() {
        var search = Search.in("35").routed("OfferMade");
        var path = "/v1/offers/" + search.offer() + "/actions";

        Search.get(Tokens.hub(NANTES), path)
                .statusCode(200)
                .body("actions.action", contains("ACCEPT", "DECLINE", "CLAIM", "HAND_OVER"))
                .body("actions[1].needs.reason", hasItem("NO_CAPACITY"));
        search.accept().statusCode(200);
        Search.get(Tokens.hub(NANTES), path).body("actions.action", contains("GIVE_BACK", "CLAIM", "HAND_OVER"));
    }

    @Test
    void listsAHubsOwnOffersAPageAtATime() {
        var searches = List.of(Search.in("35"), Search.in("35"), Search.in("35"));
        searches.forEach(search -> search.routed("OfferMade"));
        var token = Tokens.hub(NANTES);

        var page = Search.get(token, "/v1/offers?state=OPEN&limit=2")
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(2))
                .body("items.state", everyItem(equalTo("OPEN")))
                .body("items[0].referralId", equalTo(searches.get(2).referral()));
        String next = page.extract().path("next");
        Search.get(token, "/v1/offers?state=OPEN&limit=2&cursor=" + next)
                .body("items[0].referralId", equalTo(searches.get(0).referral()));
        Search.get(Tokens.hub(LYON), "/v1/offers?limit=200")
                .body("items.referralId", not(hasItem(searches.get(0).referral())));
        Search.get(token, "/v1/offers?state=ASLEEP").statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "abc", "-1"})
    void refusesAPageOfASizeThatIsNone(String limit) {
        Search.get(Tokens.hub(NANTES), "/v1/offers?limit=" + limit)
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void speaksEnglishWhenAsked() {
        var search = Search.in("35").routed("OfferMade");

        given().auth()
                .oauth2(Tokens.hub(NANTES))
                .header("Accept-Language", "en")
                .get("/v1/offers/" + search.offer())
                .then()
                .body("notice", containsString("Illustrative"));
    }
}
