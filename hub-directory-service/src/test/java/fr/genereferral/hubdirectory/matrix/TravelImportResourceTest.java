package fr.genereferral.hubdirectory.matrix;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class TravelImportResourceTest {
    private static final String HEAD = "from,to,mode,minutes,boarding,alighting,valid_from,source\\n";

    @Test
    void goesByTheNewTableFromItsDayOn() {
        // From a site that no other test begins at, so that their journeys stay what they are.
        var table = HEAD + "120000039,750100208,ROAD,77,0,0,2026-01-01,test\\n"
                + "120000039,440000271,RAIL,66,0,0,2199-01-01,test\\n";

        bring(key(), table, true)
                .statusCode(200)
                .body("id", nullValue())
                .body("dryRun", equalTo(true))
                .body("added", equalTo(2));
        journey().body("travel.minutes", not(equalTo(77)));
        var key = key();
        String id = bring(key, table, false)
                .statusCode(201)
                .body("id", notNullValue())
                .body("added", equalTo(2))
                .extract()
                .path("id");
        bring(key, table, false).statusCode(201).body("id", equalTo(id));
        bring(key, table + "120000039,440000271,RAIL,65,0,0,2199-02-01,test\\n", false)
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        bring(key(), table, false).statusCode(201).body("added", equalTo(0));

        journey().body("travel.minutes", equalTo(77)).body("travel.legs.basis", hasItem("TABLE"));
    }

    @Test
    void saysWhatTheDirectoryDoesNotKnowLineByLine() {
        bring(
                        key(),
                        HEAD + "999999999,750100208,ROAD,100,0,0,2199-01-01,test\\n"
                                + "2B,750100208,ROAD,100,0,0,2199-01-01,test\\n"
                                + "AIR-BIA,AIR-NCE,AIR,10,0,0,2026-01-01,test\\n"
                                + "75,92,ROAD,10,0,0,2199-01-01,test\\n"
                                + "75,92,ROAD,11,0,0,2199-01-01,test\\n",
                        false)
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder("/csv/2/from", "/csv/3/mode", "/csv/4/valid_from", "/csv/6/from"));
    }

    @Test
    void isTheCoordinatorsAndNeedsAKey() {
        bring(null, HEAD, true).statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        given().auth()
                .oauth2(Tokens.auditor())
                .contentType("application/json")
                .header("Idempotency-Key", key())
                .body("{\"csv\": \"x\"}")
                .post("/v1/travel/imports")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse journey() {
        return given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("application/json")
                .body("{\"therapy\": \"ONA-IV\", \"ageYears\": 0, \"origin\": {\"hospital\": \"120000039\"}}")
                .post("/v1/hubs/match-preview")
                .then()
                .statusCode(200)
                .rootPath("ranked.find { it.hub.id == '" + NECKER + "' }");
    }

    private static ValidatableResponse bring(String key, String csv, boolean dryRun) {
        var asked = given().auth().oauth2(Tokens.coordinator()).contentType("application/json");
        if (key != null) {
            asked.header("Idempotency-Key", key);
        }
        return asked.body("{\"dryRun\": %s, \"csv\": \"%s\"}".formatted(dryRun, csv))
                .post("/v1/travel/imports")
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
