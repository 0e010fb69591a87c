package fr.genereferral.eligibility.assessment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.Cases;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Tokens;
import fr.genereferral.eligibility.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.InflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Every case through a preview and through a referral: the same bytes. */
@ServiceTest
class BothDoorsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void giveTheSameBytesForEveryCase() throws IOException {
        var cases = Cases.sample(10);
        var sent = new LinkedHashMap<UUID, Path>();
        for (var file : cases) {
            var referral = UUID.randomUUID();
            sent.put(referral, file);
            send(referral, Cases.read(file));
        }
        var stored = stored(sent);

        var compared = 0;
        for (var referral : sent.entrySet()) {
            var previewed = preview(Cases.read(referral.getValue()));
            if (previewed != null) {
                compared++;
                assertEquals(
                        previewed,
                        stored.get(referral.getKey().toString()),
                        referral.getValue().toString());
            }
        }
        assertTrue(compared > cases.size() * 9 / 10, "only so many could be previewed: " + compared);
    }

    private static void send(UUID referral, ObjectNode given) {
        var event = Samples.submitted(referral);
        event.set("therapiesSought", given.get("therapiesSought"));
        event.set("dossier", given.get("dossier"));
        var day = LocalDate.parse(given.get("asOf").asText());
        var noon = day.atTime(12, 0).atZone(PARIS).toInstant();
        Topics.publish("referral.events", referral.toString(), "ReferralSubmitted.v1", 1, noon, event.toString());
    }

    private static Map<String, String> stored(Map<UUID, Path> sent) {
        var ids = "('"
                + String.join("','", sent.keySet().stream().map(UUID::toString).toList()) + "')";
        var count = "select count(*)::text from assessment where referral_id in " + ids;
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertEquals(
                        String.valueOf(sent.size()), Books.read(count).get(0)));
        var documents = new LinkedHashMap<String, String>();
        Books.read("select referral_id || ' ' || encode(document, 'hex') from assessment where referral_id in " + ids)
                .forEach(row -> documents.put(row.substring(0, 36), inflated(row.substring(37))));
        return documents;
    }

    /** Null for a case that no door lets in: one that looks ahead, or cites a report that is not there. */
    private static String preview(JsonNode given) {
        var body = ((ObjectNode) given.deepCopy()).retain("asOf", "therapiesSought", "dossier");
        var answer = given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(body.toString())
                .post("/v1/eligibility/preview");
        if (answer.statusCode() == 422) {
            var codes = new ArrayList<String>(answer.jsonPath().getList("violations.code"));
            assertTrue(Set.of("DATE_IN_FUTURE", "REPORT_UNKNOWN").containsAll(codes), answer.asString());
            return null;
        }
        return answer.asString();
    }

    private static String inflated(String hexadecimal) {
        var text = new ByteArrayOutputStream();
        try (var inflating = new InflaterOutputStream(text)) {
            inflating.write(HexFormat.of().parseHex(hexadecimal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
