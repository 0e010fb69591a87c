package fr.genereferral.e2e.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What has been heard once changes nothing when it is heard again: every table stays the same, to the byte. */
class RepeatedEventsIT {
    private static final String RENNES = "350007084";
    private static final String ANGERS = "490000049";
    private static final int CHILDREN = Scale.of(2, 50);

    private final LocalSystem system = RunningSystem.system();
    private final Rest rest = new Rest(system);

    private Map<String, String> before;

    /** Of each fate some: still asked, accepted, declined, withdrawn. */
    @BeforeAll
    static void someReferralsHaveGoneTheirWays() {
        var children = IntStream.range(0, 4 * CHILDREN)
                .mapToObj(i -> ReferredChild.by(
                        i % 2 == 0 ? RENNES : ANGERS, Sample.sma().livingIn(i % 2 == 0 ? "35" : "49")))
                .toList();
        children.forEach(child -> child.until("OFFERED"));
        for (var i = 0; i < children.size(); i++) {
            var child = children.get(i);
            switch (i % 4) {
                case 0 -> Caller.hub(child.hub()).get(child.offerUrl()).statusCode(200);
                case 1 -> child.accept().statusCode(200);
                case 2 -> child.decline("CLINICALLY_UNSUITABLE").statusCode(200);
                default -> child.withdraw().statusCode(202);
            }
        }
    }

    @BeforeEach
    void allIsQuiet() {
        before = rest.reached();
    }

    @Test
    void everyEventDeliveredTwiceChangesNothing() {
        try (var wire = new Wire(system)) {
            wire.sendAll(everyEvent(wire));

            assertEquals(before, rest.reached());
        }
    }

    @Test
    void everyEventDeliveredAgainInAnyOrderChangesNothing() {
        try (var wire = new Wire(system)) {
            var shuffled = new ArrayList<>(everyEvent(wire));
            Collections.shuffle(shuffled, Seed.random("events in any order"));
            wire.sendAll(shuffled);

            assertEquals(before, rest.reached());
        }
    }

    /** Three services start anew for it: left to the long run. What they hear is what the two tests above send again. */
    @Test
    @EnabledIfSystemProperty(named = "e2e.long", matches = "true")
    void topicsReplayedFromTheBeginningChangeNothing() throws ExecutionException, InterruptedException {
        var services = Stream.of(ServiceSettings.values()).map(system::service).toList();
        services.forEach(service -> service.stop());
        try {
            forgetOffsets();
        } finally {
            services.forEach(service -> service.launch());
            services.forEach(service -> service.awaitReady());
        }

        assertEquals(before, rest.reached());
    }

    private static List<ProducerRecord<String, byte[]>> everyEvent(Wire wire) {
        return Wire.EVENTS.stream()
                .flatMap(topic -> wire.all(topic).stream())
                .map(Wire::again)
                .toList();
    }

    /** A group without offsets begins where the topic begins. */
    private void forgetOffsets() throws ExecutionException, InterruptedException {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", system.platform().kafkaBootstrapServers());
        try (var admin = Admin.create(settings)) {
            admin.deleteConsumerGroups(Rest.HEARS.keySet()).all().get();
        }
    }
}
