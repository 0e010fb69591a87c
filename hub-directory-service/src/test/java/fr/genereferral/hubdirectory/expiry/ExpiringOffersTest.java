package fr.genereferral.hubdirectory.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.OverdueOffers;
import fr.genereferral.hubdirectory.Successions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a sweep goes on when something is wrong with a placement, or with the database. */
class ExpiringOffersTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Due due = new Due();
    private final Moved clock = new Moved();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Successions successions = new Successions(day -> false, clock, UUID::randomUUID);
    private final Small small = new Small();
    private final ExpiringOffers expiring = new ExpiringOffers(due, successions, meters, clock, small);

    @Test
    void goesOnPartByPartAndRoundByRound() {
        due.add(45);

        assertEquals(45, expired());

        assertEquals(List.of(8, 8, 4, 8, 8, 4, 5), due.parts);
    }

    @Test
    void takesAllOthersOfAPartInOneTransactionWhenTheWorkOnOneFails() {
        due.add(8);
        due.unworkable.add(id(3));

        assertEquals(7, expired());

        assertEquals(List.of(8), due.parts);
        assertEquals(1, failed());
    }

    @Test
    void looksByHalvesForTheOneThatTheDatabaseRefuses() {
        due.add(8);
        due.refused.add(id(3));

        assertEquals(7, expired());

        assertEquals(List.of(8, 4, 2, 2, 1, 1, 4), due.parts);
        assertEquals(1, failed());
    }

    @Test
    void leavesWhatFailedAloneForAWhileSoThatItDoesNotFillThePage() {
        due.add(60);
        LongStream.rangeClosed(1, 20).forEach(n -> due.unworkable.add(id(n)));
        assertEquals(0, expired());

        assertEquals(40, expired());
        due.unworkable.clear();
        assertEquals(0, expired());
        clock.now = clock.now.plusSeconds(60);

        assertEquals(20, expired());
        assertEquals(20, failed());
    }

    @Test
    void stopsAndBlamesNobodyWhileTheDatabaseDoesNotAnswer() {
        due.add(20);
        due.answers = false;

        assertThrows(IllegalStateException.class, this::expired);

        assertEquals(List.of(8), due.parts);
        assertEquals(0, failed());
        due.answers = true;
        assertEquals(20, expired());
    }

    @Test
    void isOverWhenATransactionHangs() {
        due.add(20);
        hang(true);

        assertThrows(TimeoutException.class, this::expired);

        // Those that went on at a time, and none after them.
        assertEquals(List.of(8, 8), due.parts);
        hang(false);
        assertEquals(20, expired());
        assertEquals(0, failed());
    }

    @Test
    void letsTheSchedulerGoOnAndTellsHowLongTheOldestIsOverdue() {
        var scheduled = new OfferClock(expiring, meters);
        due.add(20);
        hang(true);

        done(scheduled.overdue());
        done(scheduled.oldest());

        assertEquals(90, meters.get("offers.overdue.oldest.seconds").gauge().value());
        hang(false);
        done(scheduled.overdue());
        done(scheduled.oldest());
        assertEquals(0, meters.get("offers.overdue.oldest.seconds").gauge().value());
        assertTrue(due.open.isEmpty());
    }

    /** Only then is the limit short: nothing else may come to it, however slow the machine is. */
    private void hang(boolean hangs) {
        due.hangs = hangs;
        small.limit = hangs ? SHORT : LONG_ENOUGH;
    }

    private double failed() {
        return meters.counter("offers.overdue.failed").count();
    }

    private int expired() {
        return expiring.expireOverdue().await().atMost(LONG_ENOUGH);
    }

    private static void done(Uni<Void> work) {
        work.await().atMost(LONG_ENOUGH);
    }

    private static UUID id(long number) {
        return new UUID(7, number);
    }

    /** Overdue offers in memory, and what may be wrong with them. */
    private static final class Due implements OverdueOffers {
        private final List<UUID> open = new ArrayList<>();
        private final Set<UUID> unworkable = new HashSet<>();
        private final Set<UUID> refused = new HashSet<>();
        private final List<Integer> parts = new ArrayList<>();
        private boolean answers = true;
        private boolean hangs;

        private void add(int count) {
            LongStream.rangeClosed(1, count).forEach(n -> open.add(id(n)));
        }

        @Override
        public Uni<List<UUID>> due(int most, Collection<UUID> except) {
            return Uni.createFrom().item(() -> open.stream()
                    .filter(one -> !except.contains(one))
                    .limit(most)
                    .toList());
        }

        @Override
        public Uni<Long> oldest() {
            return Uni.createFrom().item(() -> open.isEmpty() ? 0L : 90L);
        }

        @Override
        public Uni<Part> expire(Collection<UUID> referrals, Expiry work) {
            return Uni.createFrom().deferred(() -> {
                parts.add(referrals.size());
                if (hangs) {
                    return Uni.createFrom().nothing();
                }
                if (!answers || referrals.stream().anyMatch(refused::contains)) {
                    return Uni.createFrom().failure(new IllegalStateException());
                }
                var failed = new HashMap<UUID, Throwable>();
                referrals.stream().filter(unworkable::contains).forEach(one -> failed.put(one, new RuntimeException()));
                var changed = referrals.stream()
                        .filter(one -> !failed.containsKey(one))
                        .toList();
                open.removeAll(changed);
                return Uni.createFrom().item(new Part(changed.size(), failed));
            });
        }

        @Override
        public Uni<Boolean> databaseAnswers() {
            return Uni.createFrom().item(() -> answers);
        }

        @Override
        public Uni<Integer> remind(int most) {
            return Uni.createFrom().item(0);
        }
    }

    private static final class Small implements SweepConfig {
        private Duration limit = LONG_ENOUGH;

        @Override
        public int atOnce() {
            return 8;
        }

        @Override
        public int atATime() {
            return 2;
        }

        @Override
        public int lookedUp() {
            return 20;
        }

        @Override
        public int reminders() {
            return 2;
        }

        @Override
        public Duration limit() {
            return limit;
        }

        @Override
        public Duration setback() {
            return Duration.ofSeconds(60);
        }
    }

    private static final class Moved extends Clock {
        private Instant now = Instant.parse("2026-11-23T17:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
