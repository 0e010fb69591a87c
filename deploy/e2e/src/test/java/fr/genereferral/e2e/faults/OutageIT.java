package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What carries events is away for a while: referrals are accepted all the time, and everything flows when it is back. */
class OutageIT {
    private static final int POSTS_AT_A_TIME = 20;
    private static final int SECONDS = Scale.of(5, 60);

    private final LocalSystem system = RunningSystem.system();

    static Stream<Part> carriers() {
        return Scale.isLong() ? Stream.of(Part.KAFKA, Part.CONNECT) : Stream.of(Part.KAFKA);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void doesNotStopTheIntake(Part carrier) throws InterruptedException {
        var standing = Standing.of(system);
        var victim = Victim.of(system, carrier);
        var book = new ClientBook();

        try {
            victim.kill();
            acceptFor(SECONDS, book);
            assertEquals(List.of(), heardOf(book), "events flowed while " + carrier + " was away");
        } finally {
            victim.start();
        }

        Invariants.check(system, book);
        standing.assertUnchangedBut();
    }

    private static List<String> whoHadToComeBack(ClientBook book) {
        return book.ambiguous().map(post -> post + " after " + post.attempts()).toList();
    }

    /** Those referrals of the book that eligibility-service knows. */
    private List<String> heardOf(ClientBook book) {
        var sent = book.acknowledged()
                .map(post -> post.acknowledgement().orElseThrow().referral())
                .toList();
        return new Tables(system)
                .texts("eligibility", "select referral_id from held_dossier").stream()
                        .filter(sent::contains)
                        .toList();
    }

    /**
     * A wave each second, acknowledged while the carrier is away. No faster: what is tried is the outage, and what two cores
     * take in in a minute at full speed they work off in several.
     */
    private void acceptFor(int seconds, ClientBook book) throws InterruptedException {
        for (var second = 1; second <= seconds; second++) {
            var next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            try (var load = new Load(system, book).start(POSTS_AT_A_TIME)) {
                load.await();
            }
            assertEquals(book.all().size(), book.acknowledged().count(), book.toString());
            assertEquals(List.of(), whoHadToComeBack(book));
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
    }
}
