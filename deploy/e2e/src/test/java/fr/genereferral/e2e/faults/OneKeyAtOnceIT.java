package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.Attempt;
import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.e2e.load.Children;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten POSTs with one key at the same instant are one referral. */
class OneKeyAtOnceIT {
    private static final int ROUNDS = Scale.of(5, 50);
    private static final int POSTS = 10;

    private final LocalSystem system = RunningSystem.system();

    @Test
    void isOneReferralWhicheverAnswerComes() {
        var book = new ClientBook();

        new Children(system, book).refer(ROUNDS).forEach(this::tenAtOnce);

        try (var load = new Load(system, book).start(book.all())) {
            load.await();
        }
        Invariants.check(system, book);
    }

    private void tenAtOnce(Sent sent) {
        SameInstant.all(Collections.nCopies(POSTS, () -> sent.note(post(sent))));

        var named = sent.attempts().stream()
                .filter(Attempt::isAcknowledged)
                .map(Attempt::referral)
                .collect(Collectors.toSet());
        assertEquals(POSTS, sent.attempts().size());
        assertEquals(1, named.size(), sent + " was answered " + named);
        assertFalse(named.contains(""));
        assertTrue(
                sent.attempts().stream().allMatch(a -> a.isAcknowledged() || a.status() == 409),
                sent.attempts().toString());
    }

    private static Attempt post(Sent sent) {
        var started = System.nanoTime();
        try {
            return Attempt.of(
                    sent.organisation().post(ServiceSettings.REFERRAL, "/v1/referrals", sent.body(), sent.key()),
                    started);
        } catch (IOException e) {
            return Attempt.unanswered(started, System.nanoTime());
        }
    }
}
