package fr.genereferral.referral.wishes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class WishesResourceTest {
    private static final String MARSEILLE = "130804297";
    private static final String NOWHERE = "00000000-0000-7000-8000-000000000000";
    private static final String NOT_MARSEILLE = """
            {"preferred": {"hub": "750100208", "reason": "RELATIVES_NEARBY"},
             "declined": [{"hub": "130804297", "reason": "JOURNEY"}]}""";

    @Test
    void endsTheLiveOfferAndAsksAnewAndTellsTheTimelineButNoHub() {
        var journey = offered();

        change(journey.id(), "*", NOT_MARSEILLE)
                .statusCode(200)
                .body("state", equalTo("OFFERED"))
                .body("familyWishes.preferred.hub", equalTo("750100208"))
                .body("familyWishes.declined.hub", contains(MARSEILLE));

        journey.as(Tokens.hospital(Tokens.RENNES), "/timeline").body("items[-1].what", equalTo("WISHES_CHANGED"));
        journey.as(Tokens.hub(MARSEILLE), "/timeline").body("items.what", not(hasItem("WISHES_CHANGED")));
        journey.as(Tokens.hub(MARSEILLE), "").body("familyWishes", nullValue());
        journey.hear("hub.events", "OfferWithdrawn.v1", 2, withdrawn(journey));
        journey.until("ROUTING");
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(404);
    }

    @Test
    void isDecidedFromTheVersionThatWasRead() {
        var journey = Journey.begun(Tokens.RENNES);
        var read = given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .get("/v1/referrals/" + journey.id())
                .header("ETag");

        var now = change(journey.id(), read, NOT_MARSEILLE)
                .statusCode(200)
                .extract()
                .header("ETag");

        change(journey.id(), read, "{}").statusCode(412).body("code", equalTo("STALE"));
        change(journey.id(), "\"draft-1\"", "{}").statusCode(412);
        change(journey.id(), null, "{}").statusCode(428);
        assertEquals(
                now,
                change(journey.id(), now, NOT_MARSEILLE)
                        .statusCode(200)
                        .extract()
                        .header("ETag"));
        change(journey.id(), now, "{}").statusCode(200).body("familyWishes", nullValue());
    }

    @Test
    void isForTheHospitalThatSentIt() {
        var journey = offered();

        changeAs(Tokens.hospital(MARSEILLE), journey.id(), "*", "{}").statusCode(403);
        changeAs(Tokens.hub(MARSEILLE), journey.id(), "*", "{}").statusCode(403);
        changeAs(Tokens.hospital("490000049"), journey.id(), "*", "{}").statusCode(404);
        change(NOWHERE, "*", "{}").statusCode(404);
        journey.as(Tokens.hospital(Tokens.RENNES), "/actions").body("items.action", hasItem("CHANGE_WISHES"));
    }

    @Test
    void isOverWithTheReferral() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.withdrawAs(Tokens.hospital(Tokens.RENNES)).statusCode(200);

        change(journey.id(), "*", "{}").statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        journey.as(Tokens.hospital(Tokens.RENNES), "/actions").body("items.action", not(hasItem("CHANGE_WISHES")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; ''; WRONG_TYPE",
                "{\"why\": 1}; /why; FIELD_UNKNOWN",
                "{\"preferred\": {\"hub\": \"130804297\"}}; /preferred/reason; FIELD_MISSING",
                "{\"declined\": [{\"hub\": \"x\", \"reason\": \"OTHER\"}]}; /declined/0/hub; WRONG_FORMAT",
                "{\"declined\": [{\"hub\": \"130804297\", \"reason\": \"TOLD_THE_HUB\"}]}; /declined/0/reason; VALUE_NOT_ALLOWED",
                "{\"preferred\": {\"hub\": \"130804297\", \"reason\": \"OTHER\"}, \"declined\": [{\"hub\": \"130804297\", \"reason\": \"OTHER\"}]}; /declined/0/hub; DUPLICATE"
            })
    void saysWhatIsWrong(String body, String pointer, String code) {
        change(NOWHERE, "*", body)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    /** A wish has one form, whenever it is said. */
    @Test
    void isHeldAgainstWhatANewReferralSaysOfThem() throws IOException {
        var sent = schema("NewReferral").at("/properties/familyWishes/properties");

        assertEquals(sent, schema("NewWishes").path("properties"));
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(Path.of("src/main/resources/schemas", name + ".v1.schema.json")));
    }

    private static Journey offered() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        return journey.until("OFFERED");
    }

    private static ObjectNode withdrawn(Journey journey) {
        return journey.example("hub-directory-service", "OfferWithdrawn.v1").put("cause", "WISHES_CHANGED");
    }

    private static ValidatableResponse change(String id, String version, String body) {
        return changeAs(Tokens.hospital(Tokens.RENNES), id, version, body);
    }

    private static ValidatableResponse changeAs(String token, String id, String version, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return (version == null ? request : request.header("If-Match", version))
                .put("/v1/referrals/" + id + "/family-wishes")
                .then();
    }
}
