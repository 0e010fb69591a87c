package fr.genereferral.e2e.journey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** From a hub's yes to the end, on the whole platform. */
class AfterAcceptanceIT {
    private static final String RENNES = "350007084";
    private static final String NECKER = "750100208";
    /** So many that whoever else is accepted meanwhile leaves the first week open. */
    private static final int PLACES = 20;

    /** The scenario of the family that withdraws while the product is being ordered. */
    @Test
    void aWithdrawalAfterTheYesIsForTheHubToAnswerAndFreesThePlaceOnce() {
        var child = offered();
        var hub = child.hub();
        tellPlaces(hub);
        var offer = child.offerUrl();
        child.accepted();
        Caller.hub(hub).get(offer).body("slotWeek", notNullValue());
        var free = freed(hub);

        child.withdraw("FAMILY_DECISION").statusCode(202).body("state", equalTo("CANCEL_REQUESTED"));
        child.byHub("cancellation", "{\"decision\": \"REFUSED\", \"reason\": \"PRODUCT_ORDERED\"}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        child.get("/timeline").body("items.what", hasItems("WITHDRAWAL_REQUESTED", "CANCELLATION_REFUSED"));
        child.withdraw("CONSENT_WITHDRAWN").statusCode(202);
        child.byHub("cancellation", "{\"decision\": \"CONFIRMED\"}")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> assertEquals(free + 1, freed(hub)));
        child.byHub("cancellation", "{\"decision\": \"CONFIRMED\"}").statusCode(404);
        Caller.hub(hub).get(child.url()).statusCode(404);
        child.read().body("state", equalTo("CANCELLED")).body("withdrawalReason", equalTo("CONSENT_WITHDRAWN"));
        child.withdraw("FAMILY_DECISION").statusCode(409);
        closed(child);
    }

    /** The other answer of that scenario: the family has changed its mind after the product was given. */
    @Test
    void aWithdrawalThatComesAfterTheProductWasGivenEndsNothing() {
        var child = offered();
        child.accepted();
        child.met("GO").statusCode(201);
        child.careBegun().statusCode(200).body("state", equalTo("IN_CARE"));

        child.withdraw("CONSENT_WITHDRAWN").statusCode(202).body("state", equalTo("CANCEL_REQUESTED"));
        // Without consent only what was done already may stand against it.
        child.byHub("cancellation", "{\"decision\": \"REFUSED\", \"reason\": \"PRODUCT_ORDERED\"}")
                .statusCode(422);
        child.byHub("cancellation", "{\"decision\": \"REFUSED\", \"reason\": \"ALREADY_ADMINISTERED\"}")
                .statusCode(200)
                .body("state", equalTo("IN_CARE"));

        child.get("/timeline").body("items.what", hasItems("WITHDRAWAL_REQUESTED", "CANCELLATION_REFUSED"));
        child.byHub("outcome", outcome("TREATED", "therapy", "ONA-IV")).statusCode(200);
        child.read().body("state", equalTo("COMPLETED")).body("care.outcome.result", equalTo("TREATED"));
        child.withdraw("FAMILY_DECISION").statusCode(409);
    }

    @Test
    void whatShouldNeverHaveBeenThereFreesItsPlaceWithoutAnAnswer() {
        var child = offered();
        var hub = child.hub();
        tellPlaces(hub);
        child.accepted();
        var free = freed(hub);

        child.withdraw("ENTERED_IN_ERROR").statusCode(200).body("state", equalTo("ENTERED_IN_ERROR"));

        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> assertEquals(free + 1, freed(hub)));
    }

    /** The scenario of the meeting that overrules the rules: they say no, experts yes. */
    @Test
    void aMeetingThatSaysYesAgainstTheRulesLeadsToAHubAndToTheOutcome() {
        var young = Sample.aadc().born(Sample.today().minusMonths(17).minusDays(20));
        var child = ReferredChild.by(NECKER, young).until("NOT_ELIGIBLE");
        var judged = child.get("/assessments").extract().asString();
        var before = overruled();
        Caller.coordinator()
                .get(child.url() + "/actions")
                .body("items.find { it.action == 'RECORD_MEETING' }.needs.therapy", contains("UPS"));

        var minutes = Sample.minutes("GO", "UPS", "UPS.3").put("comment", "Bénéfice attendu malgré l'âge.");
        Caller.coordinator()
                .post(child.url() + "/meetings", minutes.toString())
                .statusCode(201)
                .body("state", equalTo("ROUTING"));

        child.until("OFFERED").read().body("verdicts.find { it.therapy == 'UPS' }.failing", contains("UPS.3"));
        assertEquals(judged, child.get("/assessments").extract().asString());
        assertEquals(before + 1, overruled());
        child.accepted();
        Caller.hub(child.hub())
                .get(child.url() + "/meetings")
                .body("items[0].comment", equalTo("Bénéfice attendu malgré l'âge."));
        child.careBegun().statusCode(200).body("state", equalTo("IN_CARE"));
        child.byHub("outcome", outcome("TREATED", "therapy", "UPS")).statusCode(200);
        child.read().body("state", equalTo("COMPLETED")).body("care.outcome.result", equalTo("TREATED"));
        child.get("/timeline").body("items.what", hasItems("MEETING_GO", "CARE_BEGUN", "OUTCOME_TREATED"));
        Caller.hub(child.hub()).get(child.url()).statusCode(200);
        closed(child);
    }

    /** The other half of that scenario: the rules say yes, experts no. */
    @Test
    void aMeetingThatSaysNoAgainstTheRulesEndsWithoutCareAndFreesThePlace() {
        var child = offered();
        var hub = child.hub();
        tellPlaces(hub);
        var offer = child.offerUrl();
        child.accepted();
        String week = Caller.hub(hub).get(offer).extract().path("slotWeek");
        var free = freed(hub);
        child.careBegun().statusCode(409);

        child.met("NO_GO", "ONA-IV.2").statusCode(201).body("state", equalTo("ACCEPTED"));

        child.careBegun().statusCode(409);
        child.byHub("outcome", outcome("NOT_TREATED", "reason", "MEETING_NO_GO"))
                .statusCode(200)
                .body("state", equalTo("COMPLETED"));
        child.get("/meetings").body("items.judged", contains("ELIGIBLE"));
        closed(child);
        // A place of the week that begins today was used.
        var isFree = LocalDate.parse(week).isAfter(Sample.today());
        assertEquals(isFree ? free + 1 : free, freed(hub));
    }

    private static String outcome(String result, String field, String value) {
        return "{\"result\": \"%s\", \"on\": \"%s\", \"%s\": \"%s\"}".formatted(result, Sample.today(), field, value);
    }

    private static void closed(ReferredChild child) {
        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                .body("state", equalTo("CLOSED")));
    }

    /** Children whom experts have let through though they were too young. */
    private static int overruled() {
        Integer children = Caller.coordinator()
                .get(RunningSystem.referrals() + "/v1/statistics/overrules")
                .statusCode(200)
                .extract()
                .path("items.find { it.criterion == 'UPS.3' && it.decision == 'GO' }?.children");
        return children == null ? 0 : children;
    }

    private static ReferredChild offered() {
        return ReferredChild.by(RENNES, Sample.sma().livingIn("35").seeking("ONA-IV"))
                .until("OFFERED");
    }

    private static void tellPlaces(String hub) {
        Caller.hub(hub)
                .post(
                        RunningSystem.hubs() + "/v1/hubs/" + hub + "/capacity",
                        "{\"therapy\": \"ONA-IV\", \"slotsPerWeek\": %d}".formatted(PLACES))
                .statusCode(201);
    }

    /** Places that somebody had and nobody has now. */
    private static int freed(String hub) {
        return Caller.hub(hub)
                .get(RunningSystem.hubs() + "/v1/hubs/" + hub + "/freed-slots")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.therapy == 'ONA-IV' && it.freedAt != null }")
                .size();
    }
}
