package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.faults.OfferedChild.Answer;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.LocalSystem;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Two who decide about one child at the same instant: exactly one wins, the other is told, and both services know it. */
class RaceIT {
    private static final int RACES = Scale.of(5, 200);
    private static final Random CHANCE = Seed.random("races");
    /** A withdrawal reaches the hub directory as an event: that much later, either may be first. */
    private static final int HEAD_START_MILLIS = 400;

    private static final Answer TOO_LATE = new Answer(409, "OFFER_NO_LONGER_OPEN");

    private final LocalSystem system = RunningSystem.system();
    private final ClientBook book = new ClientBook();
    private final OfferedChildren children = new OfferedChildren(system, book);

    /** What each of the two was told. */
    private record Outcome(OfferedChild child, Answer one, Answer other) {}

    @Test
    void ofTwoAcceptancesOneWins() {
        var outcomes = race(OfferedChild::accept, OfferedChild::accept);

        Invariants.check(system, book);
        var states = children.states();
        outcomes.forEach(outcome -> {
            assertOneWon(outcome);
            assertEquals("ACCEPTED", states.get(outcome.child().referral()));
        });
    }

    @Test
    void ofAnAcceptanceAndADeclinalOneWins() {
        var outcomes = race(OfferedChild::accept, OfferedChild::decline);

        Invariants.check(system, book);
        var states = children.states();
        outcomes.forEach(outcome -> {
            assertOneWon(outcome);
            assertEquals(
                    outcome.one().status() == 200 ? "ACCEPTED" : "ESCALATED",
                    states.get(outcome.child().referral()));
        });
    }

    /** The hospital's wish is always taken; whether somebody had accepted decides what becomes of it. */
    @Test
    void ofAnAcceptanceAndAWithdrawalOneWins() {
        var outcomes = race(RaceIT::acceptALittleLater, OfferedChild::withdraw);

        Invariants.check(system, book);
        if (Scale.isLong()) {
            assertTrue(outcomes.stream().anyMatch(RaceIT::wasAccepted), "nobody accepted in time");
            assertFalse(outcomes.stream().allMatch(RaceIT::wasAccepted), "no withdrawal came in time");
        }
        var states = children.states();
        outcomes.forEach(outcome -> {
            assertEquals(202, outcome.other().status(), outcome.toString());
            var accepted = wasAccepted(outcome);
            if (!accepted) {
                assertEquals(TOO_LATE, outcome.one(), outcome.toString());
            }
            assertEquals(
                    accepted ? "CANCEL_REQUESTED" : "CANCELLED",
                    states.get(outcome.child().referral()),
                    outcome.toString());
        });
    }

    private static boolean wasAccepted(Outcome outcome) {
        return outcome.one().status() == 200;
    }

    private static Answer acceptALittleLater(OfferedChild child) {
        try {
            Thread.sleep(CHANCE.nextInt(HEAD_START_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return child.accept();
    }

    private List<Outcome> race(Function<OfferedChild, Answer> one, Function<OfferedChild, Answer> other) {
        return children.refer(RACES).stream()
                .map(child -> {
                    var first = new AtomicReference<Answer>();
                    var second = new AtomicReference<Answer>();
                    SameInstant.all(List.of(() -> first.set(one.apply(child)), () -> second.set(other.apply(child))));
                    return new Outcome(child, first.get(), second.get());
                })
                .toList();
    }

    private static void assertOneWon(Outcome outcome) {
        var winner = outcome.one().status() == 200 ? outcome.one() : outcome.other();
        var loser = outcome.one().status() == 200 ? outcome.other() : outcome.one();
        assertEquals(200, winner.status(), outcome.toString());
        assertEquals(TOO_LATE, loser, outcome.toString());
    }
}
