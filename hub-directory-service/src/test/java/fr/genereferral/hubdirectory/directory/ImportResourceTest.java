package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.Patience.await;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class ImportResourceTest {
    private static final String IMPORTS = "/v1/directory/imports";
    private static final String HUB = "id,name,city,kind,languages\n%s,Ospedale,Milano,HUB,it en\n";

    @Test
    void showsWhatAFileWouldChangeAndChangesNothing() {
        var file =
                "id,name,city,kind,phone\nIT-DRY-1,Ospedale,Milano,HUB,\n%s,,,,+33 1 11 11 11 11\nIT-DRY-2,,,,call\n";

        send("text/csv", "?dryRun=true", null, file.formatted(NECKER))
                .statusCode(200)
                .body("rows", equalTo(3))
                .body("changes.line", contains(2, 3))
                .body("changes.kind", contains("CREATE", "UPDATE"))
                .body("changes[1].fields[0].field", equalTo("phone"))
                .body("changes[1].fields[0].to", equalTo("+33 1 11 11 11 11"))
                .body("faults.line", contains(4))
                .body("faults[0].column", equalTo("phone"))
                .body("faults[0].detail.fr", equalTo("La valeur n'a pas la forme attendue."))
                .body("faults[0].detail.en", equalTo("The value does not have the expected form."));
        Search.get(Tokens.coordinator(), "/v1/hubs/IT-DRY-1").statusCode(404);
    }

    @Test
    void takesAFileInAndTellsWhatItHasDone() {
        var location = begun("text/csv", HUB.formatted("IT-IN-1"));

        ended(location, "DONE")
                .body("rows", equalTo(1))
                .body("done", equalTo(1))
                .body("changes", equalTo(1));
        Search.get(Tokens.coordinator(), "/v1/hubs/IT-IN-1")
                .body("name", equalTo("Ospedale"))
                .body("version", equalTo(1))
                .body("profile.languages", contains("it", "en"));
        Search.get(Tokens.coordinator(), "/v1/hubs/IT-IN-1/history")
                .body("items.change", contains("REGISTERED"))
                .body("items[0].recordedBy", equalTo("subject-coordinator"));

        ended(begun("text/csv", "hub,therapy,from,source\nIT-IN-1,WAK,2026-01-01,list\n"), "DONE");
        ended(begun("text/csv", "hub,therapy,from,source,underAgeYears\nIT-IN-1,WAK,2026-01-01,list,18\n"), "DONE");
        Search.get(Tokens.coordinator(), "/v1/hubs/IT-IN-1/accreditations?therapy=WAK")
                .body("items[0].accredited", equalTo(true))
                .body("items[0].rows.holds", contains(false, true))
                .body("items[0].rows[0].accreditation.endReason", equalTo("RECORDED_IN_ERROR"));
        Search.get(Tokens.coordinator(), "/v1/hubs/IT-IN-1").body("version", equalTo(3));
    }

    @Test
    void takesRowsAsJsonAndAsksTheNextHubWhereOneLosesItsAccreditation() {
        var search = Search.in("34").forTherapy("UPS").routed("OfferMade");
        assertEquals(MONTPELLIER, search.hub());
        var held = Search.get(Tokens.coordinator(), "/v1/hubs/" + MONTPELLIER)
                .extract()
                .jsonPath()
                .getMap("accreditations.findAll { it.therapy == 'UPS' && it.endsOn == null }[0]");
        var row = """
                {"accreditations": [{"hub": "%s", "therapy": "UPS", "from": "%s", "source": "%s", "illustrative": %s,
                 %s "endsOn": "%s", "endReason": "WITHDRAWN_BY_AUTHORITY"}]}""".formatted(
                MONTPELLIER,
                held.get("from"),
                held.get("source"),
                held.get("illustrative"),
                held.get("underAgeYears") == null ? "" : "\"underAgeYears\": " + held.get("underAgeYears") + ",",
                TODAY);
        try {
            ended(begun("application/json", row), "DONE").body("changes", equalTo(1));
            assertEquals(ROTHSCHILD, search.hub());
        } finally {
            DirectoryCalls.grant(MONTPELLIER, "UPS", TODAY).statusCode(201);
        }
    }

    @Test
    void isAllOrNothing() {
        var hubs = """
                {"hubs": [{"id": "IT-NOT-1", "name": "R", "city": "Milano", "kind": "HUB"}],
                 "accreditations": [{"hub": "IT-NOT-2", "therapy": "WAK", "from": "2026-01-01"}]}""";

        ended(begun("application/json", hubs), "FAILED")
                .body("code", equalTo("IMPORT_FAULTS"))
                .body("done", equalTo(0))
                .body("faults.line", contains(1))
                .body("faults[0].code", equalTo("HUB_UNKNOWN"));
        Search.get(Tokens.coordinator(), "/v1/hubs/IT-NOT-1").statusCode(404);
        send("application/json", "", key(), "{\"hubs\": [{\"id\": \"IT-NOT-1\", \"phone\": 5}, 7]}")
                .statusCode(422)
                .body("violations.pointer", contains("/hubs/0/phone", "/hubs/1"));
    }

    @Test
    void runsOnceForEachKey() {
        var key = key();
        var first = send("text/csv", "", key, HUB.formatted("IT-KEY-1")).statusCode(202);
        var location = path(first);
        ended(location, "DONE");

        assertEquals(
                location,
                path(send("text/csv", "", key, HUB.formatted("IT-KEY-1")).statusCode(202)));
        send("text/csv", "", key, HUB.formatted("IT-KEY-2")).statusCode(422);
        send("text/csv", "", null, HUB.formatted("IT-KEY-2")).statusCode(400);
        assertNotEquals(location, begun("text/csv", HUB.formatted("IT-KEY-1")));
    }

    /** It waits for a row that another transaction holds; then its connection is cut. */
    @Test
    void runsAloneAndLeavesNothingWhenItIsCutOffInTheMiddle() throws SQLException {
        try (var other = LocalServers.asServiceFor("platform")) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from hub where id = '" + NECKER + "' for update");
            var location = begun("text/csv", HUB.formatted("IT-CUT-1"));
            Search.get(Tokens.auditor(), location).body("state", equalTo("RUNNING"));
            send("text/csv", "", key(), HUB.formatted("IT-CUT-2"))
                    .statusCode(409)
                    .body("code", equalTo("IMPORT_RUNNING"));

            await().untilAsserted(() -> assertEquals(1, cut()));
            ended(location, "FAILED")
                    .body("code", equalTo("IMPORT_INTERRUPTED"))
                    .body("faults", empty());
            other.rollback();
        }
        Search.get(Tokens.coordinator(), "/v1/hubs/IT-CUT-1").statusCode(404);
        ended(begun("text/csv", HUB.formatted("IT-CUT-2")), "DONE");
    }

    /** As after a restart of the service that carried it out. */
    @Test
    void findsOneThatNobodyCarriesOutAnyLonger() throws SQLException {
        var id = UUID.randomUUID();
        DirectoryCalls.run(
                "insert into directory_import values ('" + id + "', 5, now() - interval '1 minute', 'x', 'y')");

        Search.get(Tokens.coordinator(), IMPORTS + "/" + id)
                .body("state", equalTo("FAILED"))
                .body("code", equalTo("IMPORT_INTERRUPTED"));
        ended(begun("text/csv", HUB.formatted("IT-AFTER-1")), "DONE");
    }

    @Test
    void takesLargerBodiesThanOtherRoutesAndTheirTypes() {
        var spaces = " ".repeat(2_000_000);

        send("application/json", "?dryRun=true", null, "{\"hubs\": []" + spaces + "}")
                .statusCode(200)
                .body("changes", hasSize(0));
        send("text/csv", "?dryRun=perhaps", null, "id\n").statusCode(400);
        send("text/plain", "", key(), "id\n").statusCode(415);
        given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("text/csv")
                .body("x")
                .post("/v1/directory/anomalies")
                .then()
                .statusCode(415);
        given().auth()
                .oauth2(Tokens.hub(NECKER))
                .contentType("text/csv")
                .body("x")
                .post(IMPORTS)
                .then()
                .statusCode(403);
    }

    private static String begun(String type, String body) {
        return path(send(type, "", key(), body).statusCode(202));
    }

    private static String path(ValidatableResponse answer) {
        return answer.extract().header("Location").replaceFirst("^http://[^/]*", "");
    }

    private static ValidatableResponse ended(String location, String state) {
        await().untilAsserted(() ->
                Search.get(Tokens.coordinator(), location).statusCode(200).body("state", equalTo(state)));
        return Search.get(Tokens.coordinator(), location);
    }

    private static ValidatableResponse send(String type, String query, String key, String body) {
        var request = given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.coordinator())
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post(IMPORTS + query).then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static int cut() throws SQLException {
        try (var connection = LocalServers.asService();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where usename = current_user and wait_event_type = 'Lock'"
                        + " and query like 'select id from hub order by id for no key update%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
