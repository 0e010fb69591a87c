package fr.genereferral.e2e.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What has been heard once changes nothing when it is heard again: every table stays the same, to the byte. */
class RepeatedEventsIT {
    private static final String RENNES = "350007084";
    private static final String ANGERS = "490000049";
    private static final int CHILDREN = Scale.of(2, 50);

    private static final ClientBook BOOK = new ClientBook();

    private static List<ReferredChild> children;

    private final LocalSystem system = RunningSystem.system();
    private final Rest rest = new Rest(system);

    private Map<String, String> before;

    /** Of each fate some: still asked, accepted, declined, withdrawn. */
    @BeforeAll
    static void someReferralsHaveGoneTheirWays() {
        children = new BookedChildren(RunningSystem.system(), BOOK)
                .sentBy(IntStream.range(0, 4 * CHILDREN)
                        .mapToObj(i -> i % 2 == 0 ? RENNES : ANGERS)
                        .toList());
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
            changesNothing(wire, everyEvent(wire));
        }
    }

    @Test
    void everyEventDeliveredAgainInAnyOrderChangesNothing() {
        try (var wire = new Wire(system)) {
            var shuffled = new ArrayList<>(everyEvent(wire));
            Collections.shuffle(shuffled, Seed.random("events in any order"));
            changesNothing(wire, shuffled);
        }
    }

    private void changesNothing(Wire wire, List<ProducerRecord<String, byte[]>> events) {
        var ends = new HashMap<>(wire.ends());
        events.forEach(event -> ends.merge(new TopicPartition(event.topic(), event.partition()), 1L, Long::sum));

        wire.sendAll(events);

        // At rest the groups have committed all that the topics hold, and they hold what was sent and no more.
        assertEquals(before, rest.reached());
        assertEquals(ends, wire.ends());
        Invariants.check(system, BOOK);
    }

    /** Three services start anew for it: left to the long run. What they hear is what the two tests above send again. */
    @Test
    @EnabledIfSystemProperty(named = "e2e.long", matches = "true")
    void topicsReplayedFromTheBeginningChangeNothing() throws ExecutionException, InterruptedException {
        var services = Stream.of(ServiceSettings.values()).map(system::service).toList();
        services.forEach(service -> service.stop());
        try (var wire = new Wire(system)) {
            forgetOffsets();
            assertEquals(unheard(wire.ends()), rest.unheard());
        } finally {
            services.forEach(service -> service.launch());
            services.forEach(service -> service.awaitReady());
        }

        // At rest nothing is unheard: a group that had begun at the end would have had nothing to commit.
        assertEquals(before, rest.reached());
        Invariants.check(system, BOOK);
    }

    /** Of topics that end there, by groups that have heard nothing. */
    private static Map<String, Long> unheard(Map<TopicPartition, Long> ends) {
        var unheard = new HashMap<String, Long>();
        Rest.HEARS.forEach((group, topics) -> ends.forEach((partition, end) -> {
            if (topics.contains(partition.topic()) && end > 0) {
                unheard.put(group + " " + partition, end);
            }
        }));
        return unheard;
    }

    /** Of all referrals; among them each child of this test. */
    private static List<ProducerRecord<String, byte[]>> everyEvent(Wire wire) {
        var events = Wire.EVENTS.stream()
                .flatMap(topic -> wire.all(topic).stream())
                .map(Wire::again)
                .toList();
        for (var topic : Wire.EVENTS) {
            var told = events.stream()
                    .filter(event -> event.topic().equals(topic))
                    .map(ProducerRecord::key)
                    .collect(Collectors.toSet());
            assertTrue(children.stream().map(ReferredChild::id).allMatch(told::contains), topic);
        }
        return events;
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
