package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.register;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class HubEntryTest {

    @Test
    void addsAHubAbroadThatNobodyIsSentToBeforeAWayIsKnown() {
        register("IT-MILANO-1", "").statusCode(201).header("ETag", "\"1\"").body("country", equalTo("IT"));
        register("IT-MILANO-1", "").statusCode(409).body("code", equalTo("HUB_EXISTS"));
        DirectoryCalls.grant("IT-MILANO-1", "WAK", TODAY).statusCode(201);

        Search.in("75")
                .forTherapy("WAK")
                .routed("NoHubFound")
                .placement(Tokens.coordinator())
                .body("matchRuns[0].excluded.find { it.hub.id == 'IT-MILANO-1' }.reason", equalTo("NO_WAY_KNOWN"));
    }

    @Test
    void changesAnEntryForWhoeverKnowsItsVersion() {
        register("IT-MILANO-2", "").statusCode(201);

        edit(Tokens.coordinator(), "IT-MILANO-2", "\"1\"", """
                {"name": "San Raffaele", "sites": [], "phone": "+39 02 0000", "effectiveOn": "2026-09-01"}""")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("San Raffaele"))
                .body("profile.phone", equalTo("+39 02 0000"))
                .body("profile.languages", contains("it", "en"));
        edit(Tokens.coordinator(), "IT-MILANO-2", "\"1\"", "{\"phone\": \"\"}").statusCode(412);
        edit(Tokens.coordinator(), "IT-MILANO-2", null, "{\"phone\": \"\"}").statusCode(428);
        edit(Tokens.coordinator(), "IT-MILANO-2", "*", "{\"phone\": \"\"}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("profile.phone", nullValue());
        edit(Tokens.coordinator(), "IT-MILANO-2", "\"3\"", "{\"phone\": \"\"}").header("ETag", "\"3\"");
    }

    @Test
    void keepsTheHistoryOfEveryChange() {
        register("IT-MILANO-3", "").statusCode(201);
        edit(Tokens.coordinator(), "IT-MILANO-3", "*", "{\"city\": \"Milan\", \"effectiveOn\": \"2026-09-01\"}");
        DirectoryCalls.grant("IT-MILANO-3", "STR", TODAY).statusCode(201);
        DirectoryCalls.revoke("IT-MILANO-3", "STR", TODAY).statusCode(200);
        var url = "/v1/hubs/IT-MILANO-3/history";

        var first = Search.get(Tokens.auditor(), url + "?limit=3")
                .statusCode(200)
                .body("items.version", contains(4, 3, 2))
                .body("items.change", contains("ACCREDITATION_ENDED", "ACCREDITED", "REGISTERED"))
                .body("items[0].fields[0].field", equalTo("endsOn"))
                .body("items[0].fields[0].from", nullValue())
                .body("items[0].fields[0].to", equalTo(TODAY.toString()))
                .body("items[2].effectiveOn", equalTo("2026-09-01"))
                .body("items[2].recordedAt", notNullValue())
                .body("items[2].recordedBy", equalTo("subject-coordinator"))
                .body("items[2].fields[0].from", equalTo("Milano"))
                .body("items[2].fields[0].to", equalTo("Milan"));
        Search.get(Tokens.auditor(), url + "?cursor=" + first.extract().path("next"))
                .body("items.version", contains(1))
                .body("next", nullValue());
        Search.get(admin(LYON), "/v1/hubs/" + LYON + "/history").body("items.recordedBy", hasItem("seed"));
        Search.get(admin(LYON), url).statusCode(404);
        Search.get(Tokens.hub(LYON), url).statusCode(403);
    }

    @Test
    void letsAHubChangeHowItIsReachedAndNothingElse() {
        edit(admin(LYON), LYON, "*", """
                {"phone": "+33 4 00 00 00 00", "opening": "Mo-Fr 08:30-17:00; Sa 09:00-12:00", "languages": ["fr"]}""")
                .statusCode(200)
                .body("profile.opening", equalTo("Mo-Fr 08:30-17:00; Sa 09:00-12:00"));
        edit(admin(LYON), LYON, "*", "{\"name\": \"Lyon\", \"open\": false}")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/name", "/open"))
                .body("violations.code", contains("FIELD_NOT_YOURS", "FIELD_NOT_YOURS"));
        edit(admin(LYON), NECKER, "*", "{\"phone\": \"\"}").statusCode(403);
        edit(Tokens.hub(LYON), LYON, "*", "{\"phone\": \"\"}").statusCode(403);
    }

    /** An auditor reads what is the nation's; it makes nobody a coordinator. */
    @Test
    void letsAnAdministratorWhoAlsoAuditsChangeNoMore() {
        var both = Tokens.of(LYON, "hub_admin", "auditor");

        edit(both, NECKER, "*", "{\"phone\": \"\"}").statusCode(403);
        edit(both, LYON, "*", "{\"name\": \"Lyon\"}")
                .statusCode(422)
                .body("violations.code", contains("FIELD_NOT_YOURS"));
    }

    @Test
    void asksTheNextHubWhenTheOneThatIsAskedCloses() {
        var search = Search.in("34").forTherapy("UPS").routed("OfferMade");
        assertEquals(MONTPELLIER, search.hub());
        edit(
                        Tokens.coordinator(),
                        MONTPELLIER,
                        "*",
                        "{\"open\": false, \"effectiveOn\": \"" + TODAY.minusDays(3) + "\"}")
                .statusCode(200)
                .body("open", equalTo(false));
        try {
            assertEquals(List.of("OfferMade.v1", "OfferWithdrawn.v1", "OfferMade.v1"), search.said());
            assertEquals(ROTHSCHILD, search.hub());
        } finally {
            edit(Tokens.coordinator(), MONTPELLIER, "*", "{\"open\": true}").body("open", equalTo(true));
        }
        Search.get(Tokens.auditor(), "/v1/hubs/" + MONTPELLIER + "/history?limit=2")
                .body("items.change", contains("OPENED", "CLOSED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "210987559 | \"phone\": \"+33 3 00 00 00 00\" | /id | WRONG_CHECK_DIGIT",
                "FR-CODE | \"phone\": \"+33 3 00 00 00 00\" | /id | VALUE_NOT_ALLOWED",
                "XX-CODE | \"phone\": \"+33 3 00 00 00 00\" | /id | VALUE_NOT_ALLOWED",
                "IT-OTHER | \"phone\": \"call me\" | /phone | WRONG_FORMAT",
                "IT-OTHER | \"finessEj\": \"350005178\" | /finessEj | WRONG_CHECK_DIGIT",
                "IT-OTHER | \"languages\": [\"fr\", \"zz\"] | /languages/1 | VALUE_NOT_ALLOWED",
                "IT-OTHER | \"filieres\": [\"OTHER\"] | /filieres/0 | VALUE_NOT_ALLOWED",
                "IT-OTHER | \"filieres\": [\"G2M\", \"G2M\"] | /filieres | DUPLICATE",
                "IT-OTHER | \"effectiveOn\": \"9999-01-01\" | /effectiveOn | VALUE_OUT_OF_BOUNDS",
                "IT-OTHER | \"comment\": \"of Mrs X\" | /comment | FIELD_UNKNOWN"
            })
    void refusesWhatNoEntryMaySay(String id, String field, String pointer, String code) {
        register(id, ", " + field)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void takesNoFormulaForAName() {
        edit(Tokens.coordinator(), NECKER, "*", "{\"name\": \"=HYPERLINK(A1)\"}")
                .statusCode(422);
    }

    private static ValidatableResponse edit(String token, String hub, String version, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        if (version != null) {
            request.header("If-Match", version);
        }
        return request.patch("/v1/hubs/" + hub).then();
    }

    private static String admin(String hub) {
        return Tokens.token(hub, "hub_admin", "hub-directory-api");
    }
}
