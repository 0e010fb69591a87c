package fr.genereferral.e2e.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The journeys of the demonstration, as hospitals and hubs live them. */
class JourneyIT {
    private static final String NECKER = "750100208";
    private static final String RENNES = "350007084";
    private static final String BASTIA = "2B0000012";
    private static final String CAYENNE = "970300026";
    private static final String ANGERS = "490000049";
    private static final String NANTES = "440000271";
    private static final String MARSEILLE = "130804297";

    @Test
    void aChildFromParisIsOfferedToNeckerAndAccepted() {
        var child = ReferredChild.by(NECKER, Sample.sma().livingIn("75")).until("OFFERED");
        assertEquals(NECKER, child.hub());

        child.accept().statusCode(200);

        child.until("ACCEPTED")
                .get("/timeline")
                .body("items.what", hasItems("SUBMITTED", "ASSESSED", "OFFER_MADE", "OFFER_ACCEPTED"))
                .body("items.text", hasItem(notNullValue()));
    }

    @Test
    void aChildFromRennesIsOfferedToNantesAndMovesOnWhenNantesIsFull() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        assertEquals(NANTES, child.hub());
        var clock = child.json().getString("clockStartedAt");

        child.decline("NO_CAPACITY").statusCode(200);

        child.untilOffers(2)
                .read()
                .body("offers.state", contains("DECLINED", "OPEN"))
                .body("clockStartedAt", equalTo(clock))
                .body("offers[1].hub.id", not(equalTo(NANTES)));
        Caller.hub(NANTES).get(child.url()).statusCode(404);
    }

    @Test
    void aChildFromBastiaCrossesTheSeaToMarseille() {
        var child = ReferredChild.by(BASTIA, Sample.sma().livingIn("2B")).until("OFFERED");

        child.read()
                .body("offers[0].hub.id", equalTo(MARSEILLE))
                .body("offers[0].travel.approximate", equalTo(true))
                .body("offers[0].travel.minutes", greaterThan(180))
                .body("offers[0].travel.legs.mode", hasItem("AIR"))
                .body("offers[0].next", hasSize(2));
    }

    @Test
    void aChildFromCayenneFliesToParis() {
        var child = ReferredChild.by(CAYENNE, Sample.sma().livingIn("973").seeking("ONA-IV"))
                .until("OFFERED");

        child.read().body("offers[0].hub.city", equalTo("Paris")).body("offers[0].travel.legs.mode", hasItem("AIR"));
    }

    @Test
    void theThreeGetTheSameVerdictRuleVersionAndExplanationWhereverTheyWereBorn() {
        var documents = List.of(
                        ReferredChild.by(NECKER, Sample.sma().livingIn("75")),
                        ReferredChild.by(RENNES, Sample.sma().livingIn("35")),
                        ReferredChild.by(BASTIA, Sample.sma().livingIn("2B")))
                .stream()
                .map(child ->
                        child.until("OFFERED").get("/assessments").extract().jsonPath())
                .map(path -> path.<Object>get("items[0].assessment"))
                .distinct()
                .toList();

        assertEquals(1, documents.size());
    }

    @Test
    void aTitreThatWasNotDoneIsAskedFor() {
        ReferredChild.by(ANGERS, Sample.sma().livingIn("49").seeking("ONA-IV").titreNotDone())
                .until("AWAITING_INFORMATION")
                .read()
                .body("verdicts.find { it.therapy == 'ONA-IV' }.missing.criterion", hasItems("ONA-IV.5", "ONA-IV.7"))
                .body("offers", empty());
    }

    @Test
    void aTitreThatIsOnItsWayDoesNotHoldTheChildUp() {
        ReferredChild.by(ANGERS, Sample.sma().livingIn("49").seeking("ONA-IV").titrePending())
                .until("OFFERED")
                .read()
                .body("offers[0].conditionalOn", hasItem("ONA-IV.5"));
    }

    @Test
    void aHighTitreDefersTheChildToADate() {
        ReferredChild.by(RENNES, Sample.sma().livingIn("35").seeking("ONA-IV").titre(200))
                .until("DEFERRED")
                .read()
                .body("deferredUntil", notNullValue())
                .body("verdicts.find { it.therapy == 'ONA-IV' }.deferring", contains("ONA-IV.5"));
    }

    @Test
    void aChildWhoIsTooYoungIsToldWhenTheBoundOpens() {
        // On a first of the month every way of counting months agrees.
        var birth = Sample.today().minusMonths(12).withDayOfMonth(1);

        ReferredChild.by(NECKER, Sample.aadc().born(birth))
                .until("NOT_ELIGIBLE")
                .read()
                .body("verdicts.find { it.therapy == 'UPS' }.failing", contains("UPS.3"))
                .body("opensOn", equalTo(birth.plusMonths(18).toString()));
    }

    @Test
    void thePreviewGivesTheSameBytesAsTheReferralAndStoresNothing() {
        var sample = Sample.sma().livingIn("35").titre(200);
        var stored = ReferredChild.by(RENNES, sample)
                .until("OFFERED")
                .get("/assessments")
                .extract()
                .asString();

        // For the day on which it was judged, which may be yesterday by now.
        String day = JsonPath.from(stored).get("items[0].assessment.evaluationDate");
        var preview = Caller.hospital(RENNES)
                .post(
                        RunningSystem.eligibility() + "/v1/eligibility/preview",
                        sample.preview(LocalDate.parse(day)).toString())
                .statusCode(200)
                .extract()
                .asString();

        var marker = "\"assessment\":";
        var document = stored.substring(stored.indexOf(marker) + marker.length());
        assertEquals(preview, document.substring(0, Math.min(preview.length(), document.length())));
    }
}
