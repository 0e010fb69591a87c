package fr.genereferral.eligibility.assessment;

import static fr.genereferral.eligibility.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Today;
import fr.genereferral.eligibility.Tokens;
import fr.genereferral.eligibility.Topics;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A variant turns out to be of another class: all open dossiers that name it, and no other, are judged again. */
@ServiceTest
class ReclassifiedVariantTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = Today.inParis();
    private static final AtomicInteger LAST = new AtomicInteger(100);
    private static final String REPORTED = "NM_000329.3:c.271C>T";

    /** A variant of its own for each test: what is recorded stays. */
    private final String change = "c." + LAST.incrementAndGet() + "_1590delinsACGT";

    private final String name = "NM_000329.3:" + change;
    private final String key = UUID.randomUUID().toString();

    @Inject
    DueDay due;

    @Test
    void everyOpenDossierThatNamesItIsJudgedAgain() throws Throwable {
        var citing = List.of(UUID.randomUUID(), UUID.randomUUID());
        var other = UUID.randomUUID();
        citing.forEach(referral -> send(referral, uncertain(name)));
        send(other, uncertain(REPORTED));

        record(body(5)).statusCode(201).body("openDossiers", equalTo(2));
        run();
        run();

        for (var referral : citing) {
            assertEquals(List.of("SUBMITTED", "RECLASSIFICATION"), read(referral, "cause"));
            assertEquals(List.of("NEEDS_INFO", "ELIGIBLE"), verdicts(referral));
        }
        assertEquals(List.of("SUBMITTED"), read(other, "cause"));
    }

    @Test
    void onePreviewedNowIsJudgedAsOneThatWasSent() {
        record(body(5)).statusCode(201);

        var document = given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(uncertain(name).retain("therapiesSought", "dossier").toString())
                .post("/v1/eligibility/preview")
                .then()
                .statusCode(200)
                .body("classifications.variant", equalTo(List.of(change)))
                .body("classifications.acmgClass", equalTo(List.of(5)))
                .extract();
        assertEquals("ELIGIBLE", document.path("verdicts.find { it.therapy == 'LUX' }.fr.verdict"));
    }

    @Test
    void oneThatIsJudgedForADayBeforeTheFindingIsJudgedAgain() throws Throwable {
        var referral = UUID.randomUUID();
        record(body(5)).statusCode(201);
        send(referral, uncertain(name), Instant.now().minus(Duration.ofDays(2)));
        assertEquals(List.of("NEEDS_INFO"), verdicts(referral));

        run();
        run();

        assertEquals(List.of("SUBMITTED", "RECLASSIFICATION"), read(referral, "cause"));
        assertEquals(List.of("NEEDS_INFO", "ELIGIBLE"), verdicts(referral));
    }

    @Test
    void oneThatWasJudgedByAnInstanceThatDidNotKnowYetIsFoundAsWell() throws Throwable {
        var referral = UUID.randomUUID();
        record(body(5)).statusCode(201);
        send(referral, uncertain(name));
        Books.read("update held_variant set classifications_known = 0 where referral_id = '" + referral + "'");

        run();

        assertEquals(
                List.of("0"),
                Books.read("select count(*)::text from held_variant where classifications_known = 0 and referral_id = '"
                        + referral + "'"));
    }

    @Test
    void oneThatHasEndedIsNotJudgedAgain() throws Throwable {
        var referral = UUID.randomUUID();
        send(referral, uncertain(name));
        Books.read("delete from held_dossier where referral_id = '" + referral + "'");

        record(body(5)).statusCode(201).body("openDossiers", equalTo(0));
        run();

        assertEquals(List.of("SUBMITTED"), read(referral, "cause"));
    }

    @Test
    void theSameKeyRecordsOnce() {
        var first = record(body(4)).statusCode(201).extract().path("classification.number");

        record(body(4)).statusCode(201).body("classification.number", equalTo(first));
        record(body(5)).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertEquals(
                List.of("1"),
                Books.read("select count(*)::text from variant_classification where hgvs = '" + name + "'"));
    }

    @Test
    void itIsListedWithItsSource() {
        record(body(4)).statusCode(201).header("Location", containsString("gene=HGNC:10294"));

        given().auth()
                .oauth2(Tokens.referrer())
                .get("/v1/reference/variant-classifications?gene=HGNC:10294")
                .then()
                .statusCode(200)
                .body("[0].variant", equalTo(change))
                .body("[0].source", equalTo("VCV000123456.3"));
        given().auth()
                .oauth2(Tokens.referrer())
                .get("/v1/reference/variant-classifications?gene=HGNC:11117")
                .then()
                .statusCode(200)
                .body("$", equalTo(List.of()));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var wrong = body(4).put("hgvs", "RPE65 c.271C>T")
                .put("classifiedOn", TODAY.plusDays(2).toString());
        record(wrong)
                .statusCode(422)
                .body("violations.pointer", hasItems("/hgvs", "/classifiedOn"))
                .body("violations.code", hasItems("NAME_UNUSABLE", "DATE_IN_FUTURE"));
        record(body(4).put("gene", "HGNC:99999"))
                .statusCode(422)
                .body("violations.code", equalTo(List.of("GENE_UNKNOWN")));
        record(body(4).put("hgvs", "NM_000329.3:c.[271C>T];[1102T>C]"))
                .statusCode(422)
                .body("violations.code", equalTo(List.of("NAME_UNUSABLE")));
        record(body(6).put("source", "Mme Martin"))
                .statusCode(422)
                .body("violations.code", hasItems("VALUE_OUT_OF_BOUNDS", "WRONG_FORMAT"));
    }

    private void run() throws Throwable {
        VertxContextSupport.subscribeAndAwait(due::reclassified);
    }

    private ObjectNode body(int acmgClass) {
        return JSON.createObjectNode()
                .put("gene", "HGNC:10294")
                .put("hgvs", name)
                .put("acmgClass", acmgClass)
                .put("classifiedOn", TODAY.toString())
                .put("source", "VCV000123456.3");
    }

    private ValidatableResponse record(ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.token("rules_reviewer", "eligibility-api"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/reference/variant-classifications")
                .then();
    }

    /** A case with one of its two variants of uncertain significance. */
    private static ObjectNode uncertain(String named) {
        var given = Samples.caseFile("lux-1-compound-heterozygous-in-trans");
        for (var variant : given.at("/dossier/genetics/variants")) {
            if (variant.path("hgvs").asText().equals(REPORTED)) {
                ((ObjectNode) variant)
                        .put("hgvs", named)
                        .put("acmgClass", 3)
                        .put("classifiedOn", TODAY.minusDays(40).toString());
            }
        }
        return given;
    }

    private void send(UUID referral, ObjectNode given) {
        send(referral, given, Instant.now());
    }

    private void send(UUID referral, ObjectNode given, Instant at) {
        var event = Samples.submitted(referral);
        event.set("therapiesSought", given.get("therapiesSought"));
        event.set("dossier", given.get("dossier"));
        Topics.publish("referral.events", referral.toString(), "ReferralSubmitted.v1", 1, at, event.toString());
        await().untilAsserted(() -> assertEquals(1, read(referral, "cause").size()));
    }

    private static List<String> read(UUID referral, String column) {
        return Books.read(
                "select " + column + "::text from assessment where referral_id = '" + referral + "' order by number");
    }

    private static List<String> verdicts(UUID referral) {
        return Books.read("select verdict #>> '{fr,verdict}' from outbox,"
                + " json_array_elements(payload::json #> '{assessment,verdicts}') as verdict where aggregateid = '"
                + referral + "' and verdict ->> 'therapy' = 'LUX' order by sequence");
    }
}
