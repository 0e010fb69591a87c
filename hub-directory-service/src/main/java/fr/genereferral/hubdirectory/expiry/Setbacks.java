package fr.genereferral.hubdirectory.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Placements that this instance could not move on: they are left alone for a while, and then tried again. */
final class Setbacks {
    private final Map<UUID, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration length;

    Setbacks(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    void note(UUID referral) {
        until.put(referral, clock.instant().plus(length));
    }

    /** Those that are left alone now. */
    List<UUID> current() {
        var now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        return List.copyOf(until.keySet());
    }
}
