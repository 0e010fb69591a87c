package fr.genereferral.eligibility.assessment;

import static fr.genereferral.eligibility.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Today;
import fr.genereferral.eligibility.Tokens;
import fr.genereferral.eligibility.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.InflaterOutputStream;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReferralConsumerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final UUID referral = UUID.randomUUID();

    @Test
    void judgesWhatWasSentAndTellsTheOthers() throws IOException {
        var before = Today.inParis();
        send(1, Samples.submitted(referral));

        var event = onlyEvent();
        assertEquals(referral.toString(), event.get("referralId").asText());
        assertEquals(1, event.get("sequence").asInt());
        assertEquals("SUBMITTED", event.get("cause").asText());
        assertEquals("NEEDS_INFO", event.at("/assessment/verdicts/0/fr/verdict").asText());
        var day = event.at("/assessment/evaluationDate").asText();
        assertTrue(Today.since(before, LocalDate.parse(day)), day);
        assertEquals(1, held().size());
    }

    @Test
    void storesAndSendsTheBytesThatAPreviewGives() throws IOException {
        var submitted = Samples.submitted(referral);
        send(1, submitted);
        var stored = Documents.inflated(
                untilOne("select encode(document, 'hex') from assessment where referral_id = '" + referral + "'"));

        var preview = JSON.createObjectNode();
        preview.put("asOf", Documents.text(stored, "evaluationDate"));
        preview.set("therapiesSought", submitted.get("therapiesSought"));
        preview.set("dossier", submitted.get("dossier"));
        var previewed = given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(preview.toString())
                .post("/v1/eligibility/preview")
                .asString();

        assertEquals(previewed, stored);
        var sent = JSON.readTree(untilOne(outbox())).get("document").binaryValue();
        assertEquals(previewed, Documents.inflated(HexFormat.of().formatHex(sent)));
    }

    @Test
    void judgesTheDayOnWhichItWasSentInParis() throws IOException {
        var lastMinute = Instant.parse("2026-11-22T23:30:00Z");
        Topics.publish(
                "referral.events",
                key(),
                "ReferralSubmitted.v1",
                1,
                lastMinute,
                Samples.submitted(referral).toString());

        assertEquals("2026-11-23", onlyEvent().at("/assessment/evaluationDate").asText());
    }

    @Test
    void takesTheSameEventTwiceAndJudgesOnce() {
        send(1, Samples.submitted(referral));
        send(1, Samples.submitted(referral));
        // Of the same key, and so heard after both; another one's partition may be quicker.
        Topics.publish("referral.events", key(), "ReferralMoved.v1", 2, "{}");

        untilOne("select key from inbox_position where key = '" + key() + "' and sequence = 2");
        assertEquals(1, Books.read(outbox()).size());
    }

    @Test
    void countsWhatItDoesNotNeedAndWaitsForItsTurn() throws IOException {
        send(3, Samples.submitted(referral).put("dossierVersion", 2));
        Topics.publish("referral.events", key(), "ReferralMoved.v1", 2, "{}");
        send(1, Samples.submitted(referral));

        await().untilAsserted(() -> assertEquals(
                List.of("1", "2"),
                Books.read("select sequence::text from outbox where aggregateid = '" + key() + "' order by 1")));
        assertEquals(List.of("2"), held());
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOnWithTheNext() {
        Topics.publish("referral.events", key(), "ReferralSubmitted.v1", 1, "{\"referralId\":\"" + referral + "\"}");
        var healthy = UUID.randomUUID();
        Topics.publish(
                "referral.events",
                healthy.toString(),
                "ReferralSubmitted.v1",
                1,
                Samples.submitted(healthy).toString());

        untilOne("select id::text from assessment where referral_id = '" + healthy + "'");
        await().untilAsserted(() -> assertTrue(Topics.all("eligibility-service.dead-letters").stream()
                .anyMatch(r -> r.key().equals(key()))));
    }

    private void send(long sequence, ObjectNode event) {
        Topics.publish("referral.events", key(), "ReferralSubmitted.v1", sequence, event.toString());
    }

    private String key() {
        return referral.toString();
    }

    private JsonNode onlyEvent() throws IOException {
        return JSON.readTree(untilOne(outbox()));
    }

    private String outbox() {
        return "select payload from outbox where aggregatetype = 'eligibility' and aggregateid = '" + key() + "'";
    }

    private List<String> held() {
        return Books.read("select dossier_version::text from held_dossier where referral_id = '" + key() + "'");
    }

    private static String untilOne(String sql) {
        await().untilAsserted(() -> assertEquals(1, Books.read(sql).size()));
        return Books.read(sql).get(0);
    }

    private static final class Documents {
        static String inflated(String hexadecimal) {
            var text = new ByteArrayOutputStream();
            try (var inflating = new InflaterOutputStream(text)) {
                inflating.write(HexFormat.of().parseHex(hexadecimal));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString(StandardCharsets.UTF_8);
        }

        static String text(String document, String field) {
            try {
                return JSON.readTree(document).get(field).asText();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
