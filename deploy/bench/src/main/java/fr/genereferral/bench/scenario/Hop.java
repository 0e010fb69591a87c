package fr.genereferral.bench.scenario;

import fr.genereferral.bench.load.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** How long it took from one instant to another in the life of each referral. */
record Hop(String name, Latencies latencies) {
    static Hop between(String name, Map<UUID, Instant> earlier, Map<UUID, Instant> later) {
        var latencies = new Latencies();
        earlier.forEach((referral, from) -> {
            if (!later.containsKey(referral)) {
                throw new IllegalStateException("%s: nothing of referral %s".formatted(name, referral));
            }
            latencies.add(Duration.between(from, later.get(referral)));
        });
        return new Hop(name, latencies);
    }

    String row() {
        return "%s | %.1f ms | %.1f ms | %.1f ms | %.1f ms"
                .formatted(
                        name,
                        latencies.millis(0.5),
                        latencies.millis(0.9),
                        latencies.millis(0.99),
                        latencies.maxMillis());
    }
}
