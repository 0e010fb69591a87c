package fr.genereferral.e2e.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.kafka.Lag;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

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

    /** What groups have still to commit, by group and partition; without what has been heard. */
    Map<String, Long> unheard() {
        var settings =
                Map.<String, Object>of("bootstrap.servers", system.platform().kafkaBootstrapServers());
        try (var admin = Admin.create(settings)) {
            var unheard = new HashMap<String, Long>();
            for (var group : HEARS.keySet()) {
                Lag.of(admin, group, HEARS.get(group))
                        .forEach((partition, lag) -> unheard.put(group + " " + partition, lag));
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
