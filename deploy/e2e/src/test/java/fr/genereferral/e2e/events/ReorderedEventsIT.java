package fr.genereferral.e2e.events;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * News that come in any order, late and twice, across keys and within one, lead where the right order leads; and the right
 * order, coming after it, changes nothing: an old event after a new one.
 */
class ReorderedEventsIT {
    private static final String RENNES = "350007084";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CHILDREN = Scale.of(6, 100);

    private final LocalSystem system = RunningSystem.system();

    @Test
    void theOrderInWhichEventsComeDecidesNothing() {
        try (var wire = new Wire(system)) {
            new Rest(system).reached();
            connectors("pause", "PAUSED");
            var children = List.<ReferredChild>of();
            var reached = Map.<String, String>of();
            try {
                var carrier = new RovingCarrier(system, wire, Seed.random("roving carrier"));
                children = IntStream.range(0, CHILDREN)
                        .mapToObj(i -> ReferredChild.by(RENNES, Sample.sma().livingIn("35")))
                        .toList();
                // Its second event waits beside its first one: either may come first.
                children.get(0).withdraw().statusCode(200);
                carry(carrier, children);
                reached = new Rest(system).reached();
            } finally {
                connectors("resume", "RUNNING");
            }
            var last = children.get(CHILDREN - 1);
            // Twice by the carrier, and now by the connector.
            await().atMost(PATIENCE)
                    .until(() -> wire.all("hub.events").stream()
                                    .filter(heard -> last.id().equals(heard.key()))
                                    .count()
                            == 3);

            assertEquals(reached, new Rest(system).reached());
            children.get(1).get("/timeline").body("items.what", contains("SUBMITTED", "ASSESSED", "OFFER_MADE"));
            children.get(0).get("/timeline").body("items.what", hasItem("WITHDRAWN"));
        }
        Invariants.check(system, new ClientBook());
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

    private void connectors(String order, String state) {
        Stream.of(ServiceSettings.values()).forEach(service -> {
            var connector = system.platform().connect().url() + "/connectors/outbox-" + service.database();
            RestAssured.put(connector + "/" + order).then().statusCode(202);
            await().atMost(PATIENCE)
                    .until(() -> state.equals(
                            RestAssured.get(connector + "/status").jsonPath().getString("connector.state")));
        });
    }
}
