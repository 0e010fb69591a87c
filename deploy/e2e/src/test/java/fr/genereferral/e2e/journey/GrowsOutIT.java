package fr.genereferral.e2e.journey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A child grows while it waits: the therapy is given up to 21 kg, and a weight counts for fourteen days under two years. */
class GrowsOutIT {
    private static final String RENNES = "350007084";
    private static final String ONA = "verdicts.find { it.therapy == 'ONA-IV' }.";
    private static final String JUDGED = "items[-1].assessment." + ONA;
    private static final String BOUND = JUDGED + "criteria.find { it.id == 'ONA-IV.3b' }.";
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int FRESH_DAYS = 14;
    /** As few as are told. */
    private static final int TOLD = 5;

    @Test
    void aWeightOfSeventeenDaysAgoIsAskedForAgainAndOpensNothing() {
        var weighed = Sample.today().minusDays(17);
        var child = ReferredChild.by(RENNES, weighing(weighed)).until("AWAITING_INFORMATION");

        child.read()
                .body("offers", empty())
                .body(ONA + "outcome", equalTo("NEEDS_INFO"))
                .body(ONA + "failing", empty());
        child.get("/questions")
                .body("items.code", contains("body-weight"))
                .body("items[0].why", equalTo("stale"))
                .body("items[0].askedBy.criterion", contains("ONA-IV.3a", "ONA-IV.3b"))
                .body("items[0].answeredBy", equalTo("ADD_FACTS"));
        child.get("/assessments")
                .body(JUDGED + "fr.verdict", equalTo("NEEDS_INFO"))
                .body(BOUND + "explanation.fact.why", equalTo("stale"))
                .body(BOUND + "explanation.fact.date", equalTo(weighed.toString()));
    }

    @Test
    void untilWhenItStaysAsItIsIsShownFromTheFirstDayAndAFreshWeightOpensIt() {
        var weighed = Sample.today().minusDays(FRESH_DAYS);
        var child = ReferredChild.by(RENNES, weighing(weighed)).until("OFFERED");

        child.get("/assessments")
                .body(JUDGED + "fr.verdict", equalTo("ELIGIBLE"))
                .body(JUDGED + "validUntil", equalTo(Sample.today().toString()));

        var late = ReferredChild.by(RENNES, weighing(weighed.minusDays(1))).until("AWAITING_INFORMATION");
        late.addFacts(weight(20.9)).statusCode(201);
        late.until("OFFERED")
                .get("/assessments")
                .body(
                        JUDGED + "validUntil",
                        equalTo(Sample.today().plusDays(FRESH_DAYS).toString()));
    }

    /** Five at a time, for less than that is counted and not told. */
    @Test
    void aWeightOverTheLimitEndsTheWayWithBothDatesInTheRecordAndIsCounted() {
        var weighed = Sample.today().minusDays(17);
        var children = Stream.generate(() -> ReferredChild.by(RENNES, weighing(weighed)))
                .limit(TOLD)
                .toList();
        children.forEach(child -> child.until("AWAITING_INFORMATION"));

        children.forEach(child -> child.addFacts(weight(21.6)).statusCode(201));

        children.forEach(child -> child.until("NOT_ELIGIBLE"));
        var child = children.get(0);
        child.read().body(ONA + "failing", contains("ONA-IV.3b")).body("offers", empty());
        child.get("/assessments")
                .body("items.cause", contains("SUBMITTED", "FACTS"))
                .body(JUDGED + "fr.verdict", equalTo("NOT_ELIGIBLE"))
                .body(BOUND + "effect", equalTo("fails"))
                .body(BOUND + "explanation.fact.value", equalTo(21.6f))
                .body(BOUND + "explanation.fact.date", equalTo(Sample.today().toString()))
                .body(BOUND + "explanation.threshold.values", contains("21"))
                .body(BOUND + "explanation.text.fr", containsString("21,6 kg"))
                .body(BOUND + "explanation.text.fr", containsString(FRENCH.format(Sample.today())));
        child.get("/facts")
                .body(
                        "items.find { it.name == 'body-weight' }.statements.content.date",
                        hasItems(weighed.toString(), Sample.today().toString()));
        child.get("/timeline").body("items.what", hasItems("FACTS_ADDED"));
        counted();
    }

    private static void counted() {
        var year = Sample.today().getYear();
        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> Caller.coordinator()
                .get(RunningSystem.referrals() + "/v1/statistics/aged-out")
                .statusCode(200)
                .body(
                        "items.find { it.therapy == 'ONA-IV' && it.year == " + year + " }.children",
                        greaterThanOrEqualTo(TOLD)));
        Caller.hospital(RENNES)
                .get(RunningSystem.referrals() + "/v1/statistics/aged-out")
                .statusCode(403);
    }

    private static Sample weighing(LocalDate day) {
        return Sample.sma()
                .livingIn("35")
                .seeking("ONA-IV")
                .born(Sample.today().minusMonths(23))
                .weighing(20.8, day);
    }

    private static String weight(double kilograms) {
        return """
                {"facts": [{"code": "body-weight", "state": "present", "value": %s, "unit": "kg", "date": "%s",
                            "source": "clinician"}]}""".formatted(kilograms, Sample.today());
    }
}
