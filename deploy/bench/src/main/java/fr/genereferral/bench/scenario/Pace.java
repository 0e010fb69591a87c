package fr.genereferral.bench.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How fast something went, from what it left behind.
 *
 * @param perSecond from the first effect to the last
 * @param overall with the wait before the first
 */
record Pace(int events, double perSecond, double overall) {
    private static final double NANOS = 1e9;

    /** @param effects when each was committed, in order; those of the first commit are the start and not counted */
    static Pace of(List<Instant> effects, Instant letGo) {
        var first = effects.get(0);
        var last = effects.get(effects.size() - 1);
        var later = effects.stream().filter(first::isBefore).count();
        return new Pace(
                effects.size(),
                later / (Duration.between(first, last).toNanos() / NANOS),
                effects.size() / (Duration.between(letGo, last).toNanos() / NANOS));
    }

    String row(String name) {
        return "%s | %d | %.0f | %.0f".formatted(name, events, perSecond, overall);
    }
}
