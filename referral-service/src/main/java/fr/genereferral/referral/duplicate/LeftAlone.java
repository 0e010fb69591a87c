package fr.genereferral.referral.duplicate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Referrals that this instance could not compare: they are left alone for a while, and then tried again. */
final class LeftAlone {
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private final Map<UUID, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    LeftAlone(Clock clock) {
        this.clock = clock;
    }

    void note(UUID referral) {
        until.put(referral, clock.instant().plus(LENGTH));
    }

    List<UUID> current() {
        var now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        return List.copyOf(until.keySet());
    }
}
