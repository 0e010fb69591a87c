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
import java.io.IOException;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What becomes of the sandbox's dossiers after some seconds is what the served description says. */
class SandboxIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("TODAY(?:-(P\\d+[DMY]))?");
    private static final Caller BASTIA = Caller.hospital("2B0000012");

    @Test
    void becomesWhatIsDocumented() throws IOException {
        var described = JSON.readTree(given().get(RunningSystem.referrals() + "/q/openapi?format=json")
                .asString());
        Map<String, JsonNode> later = new HashMap<>();
        described.at("/paths/~1v1~1referrals/post/x-sandbox").properties().stream()
                .filter(scenario -> scenario.getValue().has("later"))
                .forEach(scenario -> later.put(
                        sent(scenario.getValue().at("/sent/0/body")),
                        scenario.getValue().path("later")));

        assertTrue(later.size() >= 5, "the description says of too few what becomes of them");
        later.forEach((url, documented) -> await().atMost(ReferredChild.PATIENCE)
                .untilAsserted(() -> assertHolds(
                        url, documented, JSON.readTree(BASTIA.get(url).extract().asString()))));
    }

    /** @return where it is read */
    private static String sent(JsonNode body) {
        String id = BASTIA.post(RunningSystem.referrals() + "/v1/referrals", dated(body.toString()))
                .statusCode(201)
                .extract()
                .path("id");
        return RunningSystem.referrals() + "/v1/referrals/" + id;
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
