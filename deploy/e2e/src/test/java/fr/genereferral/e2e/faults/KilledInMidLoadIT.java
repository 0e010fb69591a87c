package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process ends as by kill -9 while many posts are unanswered, and starts again; twice in 500 posts, in every build in
 * 200. The clients come back with their keys; nothing is lost, nothing doubled.
 */
class KilledInMidLoadIT {
    private static final int POSTS = Scale.of(100, 250);
    private static final int UNANSWERED = 10;
    private static final Random CHANCE = Seed.random("killed in mid-load");

    private final LocalSystem system = RunningSystem.system();

    /** Who dies in the first half of the posts and who in the second. */
    record Deaths(Victim first, Victim second) {
        static Deaths twice(Victim victim) {
            return new Deaths(victim, victim);
        }

        @Override
        public String toString() {
            return first + " and then " + second;
        }
    }

    static Stream<Deaths> deaths() {
        var system = RunningSystem.system();
        var referral = Victim.of(system, ServiceSettings.REFERRAL);
        var postgres = Victim.of(system, Part.POSTGRES);
        if (!Scale.isLong()) {
            return Stream.of(new Deaths(referral, postgres));
        }
        var others = List.of(
                Victim.of(system, ServiceSettings.ELIGIBILITY),
                Victim.of(system, ServiceSettings.HUB_DIRECTORY),
                Victim.of(system, Part.KAFKA),
                Victim.of(system, Part.CONNECT));
        return Stream.concat(Stream.of(referral, postgres), others.stream()).map(Deaths::twice);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void losesAndDoublesNothing(Deaths deaths) {
        var standing = Standing.of(system);
        var book = new ClientBook();

        killInMidst(deaths.first(), book);
        killInMidst(deaths.second(), book);

        assertEquals(2 * POSTS, book.acknowledged().count(), book.toString());
        assertEquals(List.of(), book.answered(500), "an outage is a 503");
        Invariants.check(system, book);
        standing.assertUnchangedBut(deaths.first(), deaths.second());
    }

    private void killInMidst(Victim victim, ClientBook book) {
        var killed = new CompletableFuture<Long>();
        Runnable kill = () -> {
            killed.complete(System.nanoTime());
            victim.kill();
        };
        try (var load = new Load(system, book)
                .inMidst(20 + CHANCE.nextInt(POSTS / 2), 2 * UNANSWERED, kill)
                .start(POSTS)) {
            try {
                load.awaitMidst();
            } finally {
                if (killed.isDone()) {
                    victim.start();
                }
            }
            load.await();

            var open = book.openAt(killed.join());
            assertTrue(open >= UNANSWERED, "only " + open + " posts were unanswered when " + victim + " was killed");
        }
    }
}
