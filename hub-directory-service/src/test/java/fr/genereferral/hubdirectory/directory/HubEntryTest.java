package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
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
    void sendsFamiliesToANewHubOfWhichItIsToldWhereItIs() {
        register("IT-MILANO-8", ", \"location\": {\"landmass\": \"MAINLAND\", \"latitude\": 45.5, \"longitude\": 9.26}")
                .statusCode(201)
                .header("ETag", "\"1\"");
        DirectoryCalls.grant("IT-MILANO-8", "WAY-11", TODAY).statusCode(201);

        var search = Search.in("06").forTherapy("WAY-11").routed("OfferMade");

        assertEquals("IT-MILANO-8", search.hub());
        assertEquals("ROAD", search.lastEvent().at("/travel/legs/0/mode").asText());
    }

    @Test
    void sendsFamiliesAcrossWaterToANewHubByTheTableAlone() {
        register("IT-MILANO-9", ", \"location\": {\"landmass\": \"CORSICA\", \"latitude\": 42.0, \"longitude\": 9.0}")
                .statusCode(201);
        DirectoryCalls.grant("IT-MILANO-9", "WAY-12", TODAY).statusCode(201);

        assertEquals(List.of("ROAD"), modes("2A"));
        assertTrue(modes("06").stream().anyMatch(Set.of("AIR", "SEA")::contains));
    }

    @Test
    void refusesALocationThatIsNone() {
        register("IT-MILANO-10", ", \"location\": {\"landmass\": \"ATLANTIS\", \"latitude\": -91, \"longitude\": 9.0}")
                .statusCode(422)
                .body("violations.pointer", contains("/location/latitude"));
        register("IT-MILANO-10", ", \"location\": {\"landmass\": \"ATLANTIS\", \"latitude\": -9, \"longitude\": 9.0}")
                .statusCode(422)
                .body("violations.pointer", contains("/location/landmass"));
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

    @Test
    void keepsWhatAttestsATrainedTeam() {
        String accreditation = DirectoryCalls.grant(NECKER, "TEAM-01", TODAY)
                .extract()
                .path("accreditations.find { it.therapy == 'TEAM-01' }.id");
        DirectoryCalls.create(
                        Tokens.coordinator(),
                        "/v1/accreditations/" + accreditation + "/trained-teams",
                        "{\"since\": \"2025-11-03\", \"source\": \"attestation\"}")
                .statusCode(201);

        Search.get(Tokens.hospital(BASTIA), "/v1/hubs/" + NECKER + "/accreditations?therapy=TEAM-01")
                .body("items[0].rows[0].trainedTeam.since", contains("2025-11-03"))
                .body("items[0].rows[0].trainedTeam[0].source", equalTo("attestation"));
        Search.get(Tokens.auditor(), "/v1/hubs/" + NECKER + "/history?limit=1")
                .body("items", hasSize(1))
                .body("items[0].therapy", equalTo("TEAM-01"))
                .body("items[0].fields.field", contains("trainedTeamSince", "trainedTeamSource"));
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

    /** How a child of this département gets to a hub that alone may give that therapy. */
    private static List<String> modes(String departement) {
        return Search.in(departement)
                .forTherapy("WAY-12")
                .routed("OfferMade")
                .lastEvent()
                .at("/travel/legs")
                .findValuesAsText("mode");
    }

    private static ValidatableResponse register(String id, String more) {
        var languages = more.contains("languages") ? "" : ", \"languages\": [\"it\", \"en\"]";
        return DirectoryCalls.create(Tokens.coordinator(), "/v1/hubs", """
                {"id": "%s", "name": "Ospedale", "city": "Milano", "kind": "HUB"%s%s}""".formatted(id, languages, more));
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
