package fr.genereferral.e2e.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What becomes of the sandbox's dossiers after some seconds is what the served description says. */
class SandboxIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("TODAY(?:-(P\\d+[DMY]))?");
    private static final Caller BASTIA = Caller.hospital("2B0000012");
    private static final Caller RENNES = Caller.hospital("350007084");
    private static final String HELD = "other-hospital";

    private record Sent(Caller hospital, String url) {}

    @Test
    void becomesWhatIsDocumented() throws IOException {
        Map<Sent, JsonNode> later = new HashMap<>();
        // The one that is held has a test of its own: its patient can be referred once.
        described().properties().stream()
                .filter(scenario ->
                        scenario.getValue().has("later") && !scenario.getKey().equals(HELD))
                .forEach(scenario -> later.put(last(sent(scenario.getValue())), scenario.getValue()));

        assertTrue(later.size() >= 6, "the description says of too few what becomes of them");
        for (var one : later.entrySet()) {
            var sent = one.getKey();
            var scenario = one.getValue();
            await().atMost(ReferredChild.PATIENCE)
                    .untilAsserted(() -> assertHolds(sent.url(), scenario.path("later"), read(sent, "")));
            if (scenario.has("explained")) {
                assertExplained(scenario.path("explained"), read(sent, "/assessments"));
            }
        }
    }

    /** ASSESSING is what any child is at first: this one still is when the other has been offered and it is seen to be held. */
    @Test
    void staysWhatIsDocumentedWhereAnotherHospitalWasFirst() throws IOException {
        var scenario = described().path(HELD);
        var sent = sent(scenario);
        var first = sent.get(0);
        var held = last(sent);

        await().atMost(ReferredChild.PATIENCE)
                .untilAsserted(() ->
                        assertEquals("OFFERED", read(first, "").path("state").asText()));
        var coordinator = new Sent(Caller.coordinator(), held.url());
        await().atMost(ReferredChild.PATIENCE)
                .untilAsserted(() -> assertEquals(
                        1, read(coordinator, "/assessments").path("items").size()));
        assertEquals("DUPLICATE_REVIEW", read(coordinator, "").path("state").asText());
        assertHolds(held.url(), scenario.path("later"), read(held, ""));
        assertEquals(0, read(held, "/assessments").path("items").size());

        withdraw(held).statusCode(200);
        withdraw(first).statusCode(202);
    }

    private static ValidatableResponse withdraw(Sent sent) {
        return sent.hospital().post(sent.url() + "/withdrawal", "{\"reason\": \"OTHER\"}");
    }

    private static JsonNode described() throws IOException {
        return JSON.readTree(given().get(RunningSystem.referrals() + "/q/openapi?format=json")
                        .asString())
                .at("/paths/~1v1~1referrals/post/x-sandbox");
    }

    /** All of a scenario in turn, each with a key of its own. */
    private static List<Sent> sent(JsonNode scenario) {
        var all = new ArrayList<Sent>();
        scenario.path("sent").forEach(sent -> all.add(sent(sent.has("by") ? RENNES : BASTIA, sent.path("body"))));
        return all;
    }

    private static Sent sent(Caller hospital, JsonNode body) {
        String id = hospital.post(RunningSystem.referrals() + "/v1/referrals", dated(body.toString()))
                .statusCode(201)
                .extract()
                .path("id");
        return new Sent(hospital, RunningSystem.referrals() + "/v1/referrals/" + id);
    }

    private static Sent last(List<Sent> sent) {
        return sent.get(sent.size() - 1);
    }

    private static JsonNode read(Sent sent, String path) throws IOException {
        return JSON.readTree(
                sent.hospital().get(sent.url() + path).statusCode(200).extract().asString());
    }

    /** One part of the explanation of that criterion says just this. */
    private static void assertExplained(JsonNode documented, JsonNode assessments) {
        var said = new ArrayList<JsonNode>();
        assessments
                .findValues("criteria")
                .forEach(criteria -> criteria.forEach(criterion -> {
                    if (criterion.path("id").equals(documented.path("criterion"))) {
                        criterion.at("/explanation/parts").forEach(part -> said.add(part.path("text")));
                    }
                }));
        assertEquals(List.of(documented.path("text")), said);
    }

    private static String dated(String text) {
        var today = Sample.today();
        return DAY.matcher(text)
                .replaceAll(day -> (day.group(1) == null ? today : today.minus(Period.parse(day.group(1)))).toString());
    }

    /** What is documented is there; what is there may be more, but no list is longer. */
    private static void assertHolds(String where, JsonNode documented, JsonNode answered) {
        if (documented.isObject()) {
            documented
                    .properties()
                    .forEach(field ->
                            assertHolds(where + "/" + field.getKey(), field.getValue(), answered.path(field.getKey())));
        } else if (documented.isArray()) {
            assertEquals(documented.size(), answered.size(), where);
            for (var at = 0; at < documented.size(); at++) {
                assertHolds(where + "/" + at, documented.get(at), answered.path(at));
            }
        } else {
            assertEquals(documented, answered, where);
        }
    }
}
