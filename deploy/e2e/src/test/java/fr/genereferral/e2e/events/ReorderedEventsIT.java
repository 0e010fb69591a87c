package fr.genereferral.e2e.events;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * News that come in any order, late and twice, across keys and within one, lead where the right order leads; and the right
 * order, coming after it, changes nothing: an old event after a new one.
 */
class ReorderedEventsIT {
    private static final String RENNES = "350007084";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CHILDREN = Scale.of(6, 100);

    private static final List<ServiceSettings> ALL = List.of(ServiceSettings.values());

    private final LocalSystem system = RunningSystem.system();
    private final Tables tables = new Tables(system);
    private final ClientBook book = new ClientBook();
    private final BookedChildren booked = new BookedChildren(system, book);

    @Test
    void theOrderInWhichEventsComeDecidesNothing() {
        try (var wire = new Wire(system)) {
            new Rest(system).reached();
            connectors(ALL, "pause", "PAUSED");
            var children = List.<ReferredChild>of();
            var reached = Map.<String, String>of();
            try {
                var carrier = new RovingCarrier(system, wire, Seed.random("roving carrier"));
                children = booked.sentBy(RENNES, CHILDREN);
                // Its second event waits beside its first one: either may come first.
                children.get(0).withdraw().statusCode(200);
                carry(carrier, children);
                reached = new Rest(system).reached();
            } finally {
                connectors(ALL, "resume", "RUNNING");
            }
            var offered = children.subList(1, CHILDREN);
            // Twice by the carrier, and now by the connector, which may say it twice too.
            await().atMost(PATIENCE).until(() -> {
                var keys =
                        wire.all("hub.events").stream().map(ConsumerRecord::key).toList();
                return offered.stream().allMatch(child -> Collections.frequency(keys, child.id()) >= 3);
            });

            assertEquals(reached, new Rest(system).reached());
            children.get(1).get("/timeline").body("items.what", contains("SUBMITTED", "ASSESSED", "OFFER_MADE"));
            children.get(0).get("/timeline").body("items.what", hasItem("WITHDRAWN"));
        }
        Invariants.check(system, book);
    }

    /** The scenario of the decline that comes before its offer: it is kept until that has come, and does what it would have done. */
    @Test
    void aDeclineThatComesBeforeItsOfferIsKeptForIt() {
        var hubs = List.of(ServiceSettings.HUB_DIRECTORY);
        try (var wire = new Wire(system)) {
            connectors(hubs, "pause", "PAUSED");
            ReferredChild child;
            try {
                child = booked.sentBy(RENNES, 1).get(0);
                declineUnheard(child);
                var said = RovingCarrier.saidOf(child.id(), tables, ServiceSettings.HUB_DIRECTORY.database());
                assertEquals(
                        List.of("OfferMade.v1", "OfferDeclined.v1"), types(said).subList(0, 2));

                wire.send(said.get(1));

                var parked = "select type from inbox_parked where key = '" + child.id() + "'";
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertEquals(
                                List.of("OfferDeclined.v1"),
                                tables.texts(ServiceSettings.REFERRAL.database(), parked)));
                child.read().body("state", equalTo("ROUTING")).body("offers.size()", equalTo(0));

                wire.send(said.get(0));

                await().atMost(PATIENCE).untilAsserted(() -> child.read().body("offers.state", contains("DECLINED")));
                assertEquals(List.of(), tables.texts(ServiceSettings.REFERRAL.database(), parked));
            } finally {
                connectors(hubs, "resume", "RUNNING");
            }
            child.untilOffers(2)
                    .read()
                    .body("offers.state", contains("DECLINED", "OPEN"))
                    .body("offers[0].declineReason", equalTo("NO_CAPACITY"));
            child.get("/timeline")
                    .body(
                            "items.what",
                            contains("SUBMITTED", "ASSESSED", "OFFER_MADE", "OFFER_DECLINED", "OFFER_MADE"));
        }
        Invariants.check(system, book);
    }

    /** By the hub, which reads its own list, before anybody else has heard that it is asked. */
    private void declineUnheard(ReferredChild child) {
        var made = "select hub_id || ' ' || id from offer where cast(referral_id as text) = '" + child.id() + "'";
        var offer = await().atMost(PATIENCE)
                .until(() -> tables.texts(ServiceSettings.HUB_DIRECTORY.database(), made), found -> !found.isEmpty())
                .get(0)
                .split(" ");
        Caller.hub(offer[0])
                .post(RunningSystem.hubs() + "/v1/offers/" + offer[1] + "/declinal", "{\"reason\": \"NO_CAPACITY\"}")
                .statusCode(200);
    }

    private static List<String> types(List<ProducerRecord<String, byte[]>> said) {
        return said.stream().map(Wire::type).toList();
    }

    private static void carry(RovingCarrier carrier, List<ReferredChild> children) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            carrier.round();
            children.get(0).read().body("state", equalTo("CANCELLED"));
            for (var child : children.subList(1, CHILDREN)) {
                child.read().body("state", equalTo("OFFERED"));
            }
            assertTrue(carrier.hasCarriedAll());
        });
    }

    private void connectors(List<ServiceSettings> services, String order, String state) {
        services.forEach(service -> {
            var connector = system.platform().connect().url() + "/connectors/outbox-" + service.database();
            RestAssured.put(connector + "/" + order).then().statusCode(202);
            await().atMost(PATIENCE)
                    .until(() -> state.equals(
                            RestAssured.get(connector + "/status").jsonPath().getString("connector.state")));
        });
    }
}
