package fr.genereferral.e2e.journey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Sample;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What arrives after a referral was sent, on the whole platform. */
class LaterFactsIT {
    private static final String RENNES = "350007084";
    private static final int DAYS_UNTIL_A_RETEST = 28;

    /** The scenario of the newborn whose antibodies are not known yet. */
    @Test
    void aTitreThatArrivesTooHighTakesTheOfferBackAndALaterOneMakesItAgain() {
        var child = ReferredChild.by(
                RENNES, Sample.sma().livingIn("35").seeking("ONA-IV").titrePending());
        child.until("OFFERED").read().body("offers[0].conditionalOn", hasItem("ONA-IV.5"));
        var hub = child.hub();
        var began = child.json().getString("clockStartedAt");

        child.addFacts(titre("=", 200, Sample.today().minusDays(1))).statusCode(201);

        child.until("DEFERRED")
                .read()
                .body("offers.state", contains("WITHDRAWN"))
                .body("deferredUntil", notNullValue())
                .body("verdicts.find { it.therapy == 'ONA-IV' }.deferring", contains("ONA-IV.5"));
        child.addFacts(titre("<", 25, Sample.today())).statusCode(201).body("state", equalTo("ASSESSING"));
        child.untilOffers(2);
        assertEquals(hub, child.hub());
        assertEquals(began, child.json().getString("clockStartedAt"));
        child.get("/assessments").body("items.cause", contains("SUBMITTED", "FACTS", "FACTS"));
    }

    @Test
    void aHighTitreDefersUntilTheDayOnWhichItIsWorthMeasuringAgain() {
        var measured = Sample.today().minusDays(1);
        var child = ReferredChild.by(
                RENNES, Sample.sma().livingIn("35").seeking("ONA-IV").titreNotDone());
        child.until("AWAITING_INFORMATION");

        child.addFacts(titre("=", 200, measured)).statusCode(201);

        child.until("DEFERRED")
                .read()
                .body(
                        "deferredUntil",
                        equalTo(measured.plusDays(DAYS_UNTIL_A_RETEST).toString()));
        child.get("/questions").body("items", empty());
    }

    /** It stays as high as it was until it is measured again: no day ends that, so somebody has to be asked. */
    @Test
    void aHighTitreOfAMonthAgoIsAskedForAgain() {
        // No measurement is on its way: for one that is, the deferral would wait.
        var child = ReferredChild.by(
                RENNES, Sample.sma().livingIn("35").seeking("ONA-IV").titreNotDone());
        child.until("AWAITING_INFORMATION");

        child.addFacts(titre("=", 200, Sample.today().minusDays(30))).statusCode(201);

        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> child.until("AWAITING_INFORMATION")
                .get("/questions")
                .body("items.find { it.kind == 'antibody' }.why", equalTo("retest-due"))
                .body("items.find { it.kind == 'antibody' }.askedBy.criterion", contains("ONA-IV.5")));
        child.addFacts(titre("<", 25, Sample.today())).statusCode(201);
        child.untilOffers(1);
    }

    @Test
    void twoCountsOfCopiesAreAskedForUntilAClinicianSettlesThem() {
        var sample = Sample.sma().livingIn("35").seeking("ONA-IV");
        // Without signs yet, all hangs on the copies.
        ((ObjectNode) sample.dossier().at("/facts/1")).put("value", "presymptomatic");
        var child = ReferredChild.by(RENNES, sample).until("OFFERED");
        child.addFacts(
                        "{\"copyNumbers\": [{\"gene\": \"HGNC:11118\", \"copies\": 4, \"method\": \"ddpcr\", \"date\": \""
                                + Sample.today() + "\", \"report\": \"r1\"}]}")
                .statusCode(201);

        child.until("AWAITING_INFORMATION")
                .get("/questions")
                .body("items.find { it.code == 'HGNC:11118' }.why", equalTo("conflicting"))
                .body("items.find { it.code == 'HGNC:11118' }.answeredBy", equalTo("SETTLE_FACT"));
        var statements = "items.find { it.name == 'HGNC:11118' }.statements";
        int first = child.get("/facts").body(statements, hasSize(2)).extract().path(statements + "[0].number");
        child.settle("HGNC:11118", first).statusCode(200);

        child.untilOffers(2);
        child.get("/facts").body(statements + ".standing", contains("CURRENT", "SET_ASIDE"));
        child.get("/timeline").body("items.what", hasItems("FACTS_ADDED", "FACT_SETTLED", "OFFER_WITHDRAWN"));
    }

    private static String titre(String operator, int reciprocal, LocalDate day) {
        return """
                {"antibodies": [{"serotype": "AAV9", "kind": "total-binding", "state": "present", "operator": "%s",
                                 "titre": %d, "date": "%s"}]}""".formatted(operator, reciprocal, day);
    }
}
