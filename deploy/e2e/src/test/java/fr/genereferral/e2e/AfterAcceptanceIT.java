package fr.genereferral.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import org.junit.jupiter.api.Test;

/** From a hub's yes to the end, on the whole platform. */
class AfterAcceptanceIT {
    private static final String RENNES = "350007084";
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
        Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                .body("state", equalTo("CLOSED"));
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
