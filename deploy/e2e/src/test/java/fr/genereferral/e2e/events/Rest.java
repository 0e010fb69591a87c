package fr.genereferral.e2e.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.local.LocalSystem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** When everything that was said has been heard, and nothing changes any more. */
record Rest(LocalSystem system) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

    /** What each consumer group listens to. */
    static final Map<String, List<String>> HEARS = Map.of(
            "referral-service", List.of("eligibility.events", "hub.events"),
            "eligibility-service", List.of("referral.events"),
            "hub-directory-service", List.of("referral.events"));

    /** @return the state that the platform has come to */
    Map<String, String> reached() {
        var last = new HashMap<String, String>();
        await().atMost(PATIENCE).pollInterval(BETWEEN_LOOKS).untilAsserted(() -> {
            var now = EveryTable.hashes(system);
            var before = Map.copyOf(last);
            last.clear();
            last.putAll(now);
            assertEquals(Map.of(), unheard());
            assertEquals(before, now);
        });
        return new TreeMap<>(last);
    }

    private Map<String, Long> unheard() {
        var settings =
                Map.<String, Object>of("bootstrap.servers", system.platform().kafkaBootstrapServers());
        try (var admin = Admin.create(settings)) {
            var unheard = new HashMap<String, Long>();
            for (var group : HEARS.keySet()) {
                var committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                var partitions = new HashMap<TopicPartition, OffsetSpec>();
                for (var topic : admin.describeTopics(HEARS.get(group))
                        .allTopicNames()
                        .get()
                        .values()) {
                    topic.partitions()
                            .forEach(p -> partitions.put(
                                    new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
                }
                admin.listOffsets(partitions).all().get().forEach((partition, end) -> {
                    var at = committed.get(partition);
                    var lag = end.offset() - (at == null ? 0 : at.offset());
                    if (lag > 0) {
                        unheard.put(group + " " + partition, lag);
                    }
                });
            }
            return unheard;
        } catch (ExecutionException e) {
            throw new AssertionError("the broker cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
