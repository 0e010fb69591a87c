package fr.genereferral.referral;

import static fr.genereferral.referral.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;

/** One referral on its way, with the other services' published examples as what they say. */
public final class Journey {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final String hospital;

    private Journey(String id, String hospital) {
        this.id = id;
        this.hospital = hospital;
    }

    public static Journey of(String id, String hospital) {
        return new Journey(id, hospital);
    }

    public static Journey begun(String hospital) {
        return sent(hospital, Bodies.complete());
    }

    public static Journey sent(String hospital, ObjectNode body) {
        var location = given().auth()
                .oauth2(Tokens.hospital(hospital))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return new Journey(location.substring(location.lastIndexOf('/') + 1), hospital);
    }

    public String id() {
        return id;
    }

    /** The published example of an event, about this referral. */
    public ObjectNode example(String producer, String type) {
        var event = published(producer, type);
        event.put("referralId", id);
        if (event.has("assessmentId")) {
            event.put("assessmentId", UUID.randomUUID().toString());
        }
        return event;
    }

    /** The producer's example, of a referral that nobody here has sent. */
    public static ObjectNode published(String producer, String type) {
        var path = "/contracts/consumed/" + producer + "/" + type + ".example.json";
        try (var in = Journey.class.getResourceAsStream(path)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void hear(String topic, String type, long sequence, ObjectNode event) {
        event.put("sequence", sequence);
        Topics.publish(topic, id, type, sequence, event.toString());
    }

    public void hearHub(String type, long sequence) {
        hear("hub.events", type, sequence, example("hub-directory-service", type));
    }

    /** An eligible verdict for the therapy that was asked for. */
    public void hearEligible() {
        hearVerdict("ELIGIBLE");
    }

    /** The published example of an assessment, with another verdict for the therapy that was asked for. */
    public void hearVerdict(String verdict) {
        hearVerdict(verdict, 1, 1, "SUBMITTED");
    }

    /** @param dossierVersion the one that was judged */
    public void hearVerdict(String verdict, long sequence, int dossierVersion, String cause) {
        hearVerdict(verdict, Today.inParis().plusDays(28), sequence, dossierVersion, cause);
    }

    /** It is deferred until that day, by another judgement of the same dossier. */
    public Journey hearDeferred(LocalDate until, long sequence) {
        hearVerdict("DEFERRED", until, sequence, 1, "RULES");
        return until("deferredUntil", until.toString());
    }

    private void hearVerdict(String verdict, LocalDate until, long sequence, int dossierVersion, String cause) {
        var event = example("eligibility-service", "ReferralAssessed.v1");
        event.at("/assessment/verdicts").forEach(v -> {
            if (v.path("therapy").asText().equals("ONA-IV")) {
                ((ObjectNode) v.get("fr")).put("verdict", verdict);
                if (verdict.equals("DEFERRED")) {
                    ((ObjectNode) v).put("deferredUntil", until.toString());
                }
            }
        });
        event.put("dossierVersion", dossierVersion).put("cause", cause);
        hear("eligibility.events", "ReferralAssessed.v1", sequence, event);
    }

    /** @param judged name of a judgement that eligibility-service has really made, with its document */
    public void hearJudged(String judged, long sequence, int dossierVersion, String cause) {
        var event = example("eligibility-service", "ReferralAssessed.v1");
        try (var in = Journey.class.getResourceAsStream("/judged/" + judged + ".json")) {
            var made = JSON.readTree(in);
            event.set("assessment", made.get("assessment"));
            event.put("document", deflated(JSON.writeValueAsBytes(made.get("document"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        event.put("dossierVersion", dossierVersion).put("cause", cause);
        hear("eligibility.events", "ReferralAssessed.v1", sequence, event);
    }

    /** The rules' word with the document that explains it. */
    public void hearCriteria(String verdict, long sequence, int dossierVersion, String cause, String... failing) {
        var event = example("eligibility-service", "ReferralAssessed.v1");
        event.at("/assessment/verdicts").forEach(v -> {
            if (v.path("therapy").asText().equals("ONA-IV")) {
                ((ObjectNode) v).putArray("missing");
                say((ObjectNode) v.get("fr"), verdict, failing);
            }
        });
        var document = JSON.createObjectNode();
        var told = document.putArray("verdicts").addObject().put("therapy", "ONA-IV");
        say(told.putObject("fr"), verdict, failing);
        var criteria = told.putArray("criteria");
        for (var id : List.of("ONA-IV.1", "ONA-IV.2", "ONA-IV.3")) {
            criteria.addObject().put("id", id);
        }
        try {
            event.put("document", deflated(JSON.writeValueAsBytes(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        event.put("dossierVersion", dossierVersion).put("cause", cause);
        hear("eligibility.events", "ReferralAssessed.v1", sequence, event);
    }

    /** @param document of today, for the therapy that was asked for: the outline says of it what the document says */
    public void hearExplained(ObjectNode document, long sequence, int dossierVersion, String cause) {
        var event = example("eligibility-service", "ReferralAssessed.v1");
        ((ObjectNode) event.get("assessment"))
                .put("evaluationDate", Today.inParis().toString());
        event.at("/assessment/verdicts").forEach(v -> {
            if (v.path("therapy").asText().equals("ONA-IV")) {
                var told = document.at("/verdicts/0/fr");
                ((ObjectNode) v).putArray("missing");
                say((ObjectNode) v.get("fr"), told.path("verdict").asText());
                ((ObjectNode) v.get("fr")).set("failing", told.get("failing"));
            }
        });
        try {
            event.put("document", deflated(JSON.writeValueAsBytes(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        event.put("dossierVersion", dossierVersion).put("cause", cause);
        hear("eligibility.events", "ReferralAssessed.v1", sequence, event);
    }

    private static void say(ObjectNode fr, String verdict, String... failing) {
        fr.put("verdict", verdict).putArray("deferring");
        fr.putArray("missing");
        var ids = fr.putArray("failing");
        List.of(failing).forEach(ids::add);
    }

    private static byte[] deflated(byte[] document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(document);
        }
        return bytes.toByteArray();
    }

    /** @param facts the body */
    public ValidatableResponse addFacts(String facts) {
        return addFactsAs(Tokens.hospital(hospital), UUID.randomUUID().toString(), facts);
    }

    public ValidatableResponse addFactsAs(String token, String key, String facts) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(facts)
                .post("/v1/referrals/" + id + "/facts")
                .then();
    }

    public ValidatableResponse settle(String fact, String body) {
        return settleAs(Tokens.hospital(hospital), fact, body);
    }

    public ValidatableResponse settleAs(String token, String fact, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/referrals/" + id + "/facts/" + fact + "/settlement")
                .then();
    }

    public ValidatableResponse read() {
        return get("");
    }

    public ValidatableResponse get(String path) {
        return as(Tokens.hospital(hospital), path);
    }

    public ValidatableResponse as(String token, String path) {
        return given().auth().oauth2(token).get("/v1/referrals/" + id + path).then();
    }

    public ValidatableResponse withdraw() {
        return withdrawAs(Tokens.hospital(hospital));
    }

    public ValidatableResponse withdrawAs(String token) {
        return move(token, "withdrawal", "{\"reason\": \"FAMILY_DECISION\"}");
    }

    public ValidatableResponse withdraw(String reason) {
        return move(Tokens.hospital(hospital), "withdrawal", "{\"reason\": \"" + reason + "\"}");
    }

    /** @param move last part of its address */
    public ValidatableResponse move(String token, String move, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/referrals/" + id + "/" + move)
                .then();
    }

    public ValidatableResponse meet(String token, String body) {
        return meet(token, UUID.randomUUID().toString(), body);
    }

    public ValidatableResponse meet(String token, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/referrals/" + id + "/meetings")
                .then();
    }

    /** A hub or the coordinator asks the hospital. */
    public ValidatableResponse ask(String token, String body) {
        return say(token, "", UUID.randomUUID().toString(), body);
    }

    /** @param where what follows on the address of the questions */
    public ValidatableResponse say(String token, String where, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/referrals/" + id + "/questions" + where)
                .then();
    }

    /** The hub of the published examples is asked. */
    public Journey offered() {
        hearEligible();
        until("ROUTING").hearHub("OfferMade.v1", 1);
        return until("OFFERED");
    }

    /** The hub of the published examples has said yes. */
    public Journey accepted() {
        hearCriteria("ELIGIBLE", 1, 1, "SUBMITTED");
        until("ROUTING").hearHub("OfferMade.v1", 1);
        until("OFFERED").hearHub("OfferAccepted.v1", 2);
        return until("ACCEPTED");
    }

    public Journey until(String state) {
        return until("state", state);
    }

    /** Looked at as a tree: a path that is compiled for each look would take longer than what is waited for. */
    private Journey until(String field, String text) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertEquals(text, tree(read()).path(field).asText()));
        return this;
    }

    private static JsonNode tree(ValidatableResponse answer) throws IOException {
        return JSON.readTree(answer.extract().asString());
    }
}
