package fr.genereferral.referral.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.likeness.Likeness;
import fr.genereferral.referral.likeness.Likeness.Outcome;
import fr.genereferral.referral.likeness.Traits;
import fr.genereferral.referral.likeness.Traits.Report;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each sandbox scenario is sent exactly as the served description shows it, and answered as that says. */
@ServiceTest
class SandboxTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("TODAY(?:-(P\\d+[DMY]))?");
    /** Hospitals of no other test, so that nobody else refers their patients. */
    private static final String HOSPITAL = "330781360";

    private static final String ANOTHER = "670783273";
    private static final String SCENARIOS = "/paths/~1v1~1referrals/post/x-sandbox";

    /** A referral that was taken in. */
    private record Made(String hospital, String location) {}

    @Test
    void isAnsweredAsItIsDocumented() throws IOException {
        var scenarios = described().at(SCENARIOS);

        assertTrue(scenarios.size() >= 8, "the description shows no scenarios");
        // Their patients are the same at every run.
        scenarios.properties().forEach(scenario -> withdraw(play(scenario.getKey(), scenario.getValue())));
    }

    /** What is documented of it would be true of any child; that it is held is the coordinator's to see, and nobody else's. */
    @Test
    void isHeldWithoutAWordWhereAnotherHospitalWasFirst() throws IOException {
        var made = play("other-hospital", described().at(SCENARIOS).path("other-hospital"));

        try {
            assertEquals(
                    List.of(ANOTHER, HOSPITAL),
                    made.stream().map(Made::hospital).toList());
            assertEquals(
                    List.of("ASSESSING", "DUPLICATE_REVIEW"),
                    made.stream().map(one -> state(one, Tokens.coordinator())).toList());
            assertEquals(
                    List.of("ASSESSING", "ASSESSING"),
                    made.stream()
                            .map(one -> state(one, Tokens.hospital(one.hospital())))
                            .toList());
        } finally {
            withdraw(made);
        }
    }

    /** Where referrals are compared, nobody who plays all of them is held. */
    @Test
    void isAboutAnotherPatientEach() throws IOException {
        var patients = new HashMap<String, Traits>();
        described()
                .at(SCENARIOS)
                .properties()
                .forEach(scenario -> patients.put(
                        scenario.getKey(), traits(scenario.getValue().at("/sent/0/body"))));

        patients.forEach((name, one) -> patients.forEach((otherName, other) -> {
            if (!name.equals(otherName)) {
                var likeness = Likeness.of(one, other, Paris.dayOf(Instant.now()));
                assertEquals(Outcome.DIFFERENT, likeness.outcome(), () -> name + " and " + otherName);
            }
        }));
    }

    private static Traits traits(JsonNode body) {
        var identity = body.path("identity");
        var names = new ArrayList<String>();
        identity.path("givenNames").forEach(given -> names.add(given.textValue()));
        var report = body.at("/dossier/genetics/reports/0");
        return new Traits(
                identity.path("familyName").textValue(),
                null,
                names,
                LocalDate.parse(dated(body.at("/dossier/birthDate").textValue())),
                body.at("/dossier/sex").textValue(),
                identity.path("birthPlace").textValue(),
                null,
                List.of(new Report(
                        report.path("laboratory").textValue(),
                        report.path("accreditation").textValue(),
                        Paris.dayOf(Instant.now()))),
                null);
    }

    @Test
    void isNamedInTheProse() throws IOException {
        var description = described();
        var prose = description.at("/info/description").asText();

        description.at(SCENARIOS).properties().forEach(scenario -> {
            assertTrue(prose.contains("| `" + scenario.getKey() + "` |"), scenario.getKey());
            assertTrue(prose.contains(scenario.getValue().at("/title/fr").asText()), scenario.getKey());
            assertTrue(prose.contains(scenario.getValue().at("/text/en").asText()), scenario.getKey());
        });
    }

    private static List<Made> play(String name, JsonNode scenario) {
        var keys = new HashMap<String, String>();
        var made = new ArrayList<Made>();
        scenario.path("sent").forEach(sent -> {
            var hospital = sent.has("by") ? ANOTHER : HOSPITAL;
            var key = keys.computeIfAbsent(
                    sent.path("key").asText(), first -> UUID.randomUUID().toString());
            var answer = send(hospital, sent.path("body"), key);
            assertEquals(sent.at("/answer/status").asInt(), answer.statusCode(), () -> name + answer.asString());
            assertHolds(name, sent.at("/answer/body"), parsed(answer.asString()));
            if (answer.statusCode() == 201) {
                made.add(new Made(hospital, answer.header("Location")));
            }
            if (sent.has("sameAs")) {
                assertEquals(made.get(sent.path("sameAs").asInt() - 1).location(), answer.header("Location"), name);
            }
        });
        return made.stream().distinct().toList();
    }

    private static Response send(String hospital, JsonNode body, String key) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(dated(body.toString()))
                .post("/v1/referrals");
    }

    private static String state(Made referral, String token) {
        return given().auth()
                .oauth2(token)
                .get(referral.location())
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private static void withdraw(List<Made> made) {
        made.forEach(one -> given().auth()
                .oauth2(Tokens.hospital(one.hospital()))
                .contentType("application/json")
                .body("{\"reason\": \"OTHER\"}")
                .post(one.location() + "/withdrawal")
                .then()
                .statusCode(200));
    }

    private static String dated(String text) {
        var today = Paris.dayOf(Instant.now());
        return DAY.matcher(text)
                .replaceAll(day -> (day.group(1) == null ? today : before(today, day.group(1))).toString());
    }

    private static LocalDate before(LocalDate today, String period) {
        return today.minus(Period.parse(period));
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

    private static JsonNode described() throws IOException {
        return JSON.readTree(given().get("/q/openapi?format=json").asString());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
