package fr.genereferral.e2e.rights;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.Ins;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.Sample;
import io.restassured.path.json.JsonPath;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A referral that no hub has been asked for, with something in it of all that may be done to one: a fact that was said twice, a
 * document, a question of the coordinator.
 *
 * @param other referral of the same child; one that is none where there is no other
 * @param statement number of one of the two that were said of the same
 */
record Unplaced(ReferredChild child, String other, String document, String question, int statement) {
    static final String ANGERS = "490000049";
    static final String RENNES = "350007084";
    /** Of what was said twice. */
    static final String FACT = "hearing-loss-degree";

    /** National numbers that no other test sends. */
    private static final String NUMBERS = "287092B034";

    private static final int ORDERS = 1000;
    private static final AtomicInteger LAST = new AtomicInteger();

    private static final String NOBODY = new UUID(0, 1).toString();

    /** Come as far as this; what has to be held for it is held already. */
    static Unplaced in(String state) {
        return switch (state) {
            case "AWAITING_INFORMATION" -> sent(waiting()).until(state);
            case "DEFERRED" -> sent(sma().titre(200)).until(state);
            case "NOT_ELIGIBLE" -> sent(tooYoung()).until(state);
            case "ASSESSING" -> sent(waiting()).until(state);
            case "ROUTING" -> sent(Sample.sma().livingIn("49")).until(state);
            case "ENTERED_IN_ERROR" -> inError();
            case "DUPLICATE_REVIEW" -> twice().until(state);
            case "MERGED" -> twice().merged().until(state);
            default -> {
                assertEquals("FOLLOWED", state);
                yield followed();
            }
        };
    }

    private static Sample sma() {
        return Sample.sma().livingIn("49").seeking("ONA-IV");
    }

    /** All hangs on a titre that nobody has taken yet. */
    private static Sample waiting() {
        return sma().titreNotDone();
    }

    /** The bound of age opens in half a year. */
    private static Sample tooYoung() {
        return Sample.aadc().born(Sample.today().minusMonths(12).withDayOfMonth(1));
    }

    private static Unplaced sent(Sample sample) {
        return sent(sample, ANGERS, NOBODY);
    }

    private static Unplaced sent(Sample sample, String home, String other) {
        disputed(sample, "severe");
        disputed(sample, "profound");
        return furnished(ReferredChild.by(home, sample), other);
    }

    private static Unplaced furnished(ReferredChild child, String other) {
        String document = child.attaches(Report.saying(child.id()))
                .statusCode(201)
                .extract()
                .path("id");
        return new Unplaced(child, other, document, asked(child), statement(child));
    }

    /** Of one that is held for another nobody asks anything: its hospital is not to know. */
    private static String asked(ReferredChild child) {
        var answer = Caller.coordinator()
                .post(child.url() + "/questions", Stage.body("/questions"))
                .extract();
        assertTrue(Set.of(201, 409).contains(answer.statusCode()), answer::asString);
        return answer.statusCode() == 201 ? answer.path("id") : NOBODY;
    }

    private static void disputed(Sample sample, String value) {
        sample.dossier()
                .withArray("facts")
                .addObject()
                .put("code", FACT)
                .put("state", "present")
                .put("value", value)
                .put("date", Sample.today().toString())
                .put("source", "clinician");
    }

    private static int statement(ReferredChild child) {
        var facts = child.get("/facts").statusCode(200).extract().jsonPath();
        return facts.getInt("items.find { it.name == '" + FACT + "' }.statements[0].number");
    }

    private static Unplaced inError() {
        var unplaced = sent(waiting()).until("AWAITING_INFORMATION");
        unplaced.child.withdraw("ENTERED_IN_ERROR").statusCode(200);
        return unplaced.until("ENTERED_IN_ERROR");
    }

    /** Of a child whom another hospital has sent before. */
    private static Unplaced twice() {
        var sample = waiting();
        var order = "%03d".formatted(LAST.incrementAndGet() % ORDERS);
        Ins.qualify((ObjectNode) sample.body().get("identity"), Ins.withKey(NUMBERS + order));
        var first = ReferredChild.by(RENNES, sample).until("AWAITING_INFORMATION");
        return sent(sample, ANGERS, first.id());
    }

    /** Whoever asks for this very merge again is told the same again: another one is refused. */
    private Unplaced merged() {
        var merge = "{\"other\": \"" + other + "\", \"reason\": \"HOSPITALS_AGREE\"}";
        String survivor = Caller.coordinator()
                .post(child.url() + "/merge", merge)
                .statusCode(200)
                .extract()
                .path("survivor");
        assertEquals(other, survivor);
        return new Unplaced(child, NOBODY, document, question, statement);
    }

    /** The one that the other lives on in, which has something of its own to read. */
    private static Unplaced followed() {
        var two = twice();
        two.merged();
        return furnished(ReferredChild.of(RENNES, two.other), NOBODY).until("AWAITING_INFORMATION");
    }

    /** As the nation sees it: to its hospital one that is held is being assessed. */
    private Unplaced until(String state) {
        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> assertEquals(state, state()));
        return this;
    }

    String state() {
        return national().getString("state");
    }

    private JsonPath national() {
        return Caller.coordinator().get(child.url()).statusCode(200).extract().jsonPath();
    }

    String url() {
        return child.url();
    }

    /** What is tried where nothing is listed: at what is there, so that only the state or the caller stands against it. */
    String filled(String route) {
        return route.replace("{document}", document)
                .replace("{question}", question)
                .replace("{name}", FACT);
    }

    String body(String route) {
        return switch (route) {
            case "/merge" -> "{\"other\": \"" + other + "\", \"reason\": \"HOSPITALS_AGREE\"}";
            case "/facts/{name}/settlement" -> "{\"holds\": " + statement + ", \"reason\": \"EXPERT_REVIEW\"}";
            default -> Stage.body(route);
        };
    }
}
