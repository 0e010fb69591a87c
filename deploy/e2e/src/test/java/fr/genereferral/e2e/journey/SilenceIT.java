package fr.genereferral.e2e.journey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.Deadline;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import org.junit.jupiter.api.Test;

/** Hubs that never answer, and those that answer too late. */
class SilenceIT {
    private static final String RENNES = "350007084";

    @Test
    void theNextHubIsAskedAndTheSilentOneIsToldWhoHasTheChild() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var silent = child.hub();
        var late = child.offerUrl() + "/acceptance";
        var clock = child.json().getString("clockStartedAt");

        Deadline.pass(child);

        child.untilOffers(2)
                .read()
                .body("offers.state", contains("EXPIRED", "OPEN"))
                .body("clockStartedAt", equalTo(clock))
                .body("offers[1].hub.id", not(equalTo(silent)));
        Caller.hub(silent).get(child.url()).statusCode(404);
        Caller.hub(silent)
                .post(late, "{}")
                .statusCode(409)
                .body("code", equalTo("OFFER_NO_LONGER_OPEN"))
                .body("holder.offer", equalTo("EXPIRED"))
                .body("holder.hub.id", equalTo(child.hub()));
        child.accept().statusCode(200);
        child.until("ACCEPTED")
                .get("/timeline")
                .body("items.what", hasItems("OFFER_MADE", "OFFER_EXPIRED", "OFFER_ACCEPTED"));
        Caller.hub(silent)
                .post(late, "{}")
                .statusCode(409)
                .body("holder.placement", equalTo("ACCEPTED"))
                .body("holder.hub.id", equalTo(child.hub()));
    }

    /** At a quarter of its time and at half of it; only that hub and the coordinator read so. */
    @Test
    void aSilentHubIsRemindedAtEachShareOfItsTimeAndOnceOfEach() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var offer = child.offerUrl();
        Caller.hub(child.hub()).get(offer).statusCode(200).body("remindedAt", nullValue());

        Deadline.wait(child, 0.3);
        reminded(child, offer, 1);
        Deadline.wait(child, 0.6);
        reminded(child, offer, 2);

        child.accept().statusCode(200);
        child.until("ACCEPTED");
        Caller.hub(child.hub()).get(offer).body("remindedAt", hasSize(2));
    }

    private static void reminded(ReferredChild child, String offer, int times) {
        await().atMost(ReferredChild.PATIENCE)
                .untilAsserted(
                        () -> Caller.hub(child.hub()).get(offer).statusCode(200).body("remindedAt", hasSize(times)));
    }

    @Test
    void threeSilentHubsLeaveTheChildToTheCoordinatorAndALateYesIsTaken() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var first = child.hub();
        var late = child.offerUrl() + "/acceptance";
        Deadline.pass(child);
        Deadline.pass(child.untilOffers(2));
        Deadline.pass(child.untilOffers(3));
        child.until("ESCALATED");
        Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                .body("state", equalTo("ESCALATED"));

        Caller.hub(first).post(late, "{}").statusCode(200).body("state", equalTo("ACCEPTED"));

        child.until("ACCEPTED")
                .read()
                .body("offers.state", contains("EXPIRED", "EXPIRED", "EXPIRED", "ACCEPTED"))
                .body("offers[3].hub.id", equalTo(first));
        Caller.hub(first).get(child.url()).statusCode(200);
    }
}
