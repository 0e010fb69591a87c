package fr.genereferral.referral.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Placing;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** The histories find what is wrong: each of these faults is one that somebody might make. */
class PlantedFaultsTest {
    private static final MoveTable TABLE = MoveTable.read();
    private static final int TRIES = 1_000;
    private static final int SHORT = 20;

    /** As if the code knew of a move that the table does not have. */
    @Example
    void aMoveThatIsNotInTheTable() {
        finds(
                Law.MOVES_OF_THE_TABLE,
                TABLE.without(ReferralStatus.OFFERED, ReferralStatus.ESCALATED),
                UnaryOperator.identity(),
                HubDirectory::new);
    }

    @Example
    void twoHubsThatAreAskedAtOnce() {
        finds(Law.ONE_OFFER, TABLE, UnaryOperator.identity(), AskingTwo::new);
    }

    @Example
    void aRuleThatTakesAChildFromTheHubThatHasAccepted() {
        finds(Law.RULES_MOVE_NO_OFFER, TABLE, it -> ReferralCopy.into(new Obedient(), it), HubDirectory::new);
    }

    @Example
    void anEventThatGetsLost() {
        finds(Law.EVENT_FOR_EACH_CHANGE, TABLE, it -> ReferralCopy.into(new Forgetful(), it), HubDirectory::new);
    }

    @Example
    void anActionThatIsListedAndRefused() {
        finds(Law.LISTED_IS_DONE, TABLE, it -> ReferralCopy.into(new Promising(), it), HubDirectory::new);
    }

    private static void finds(
            Law law,
            MoveTable table,
            UnaryOperator<Referral> as,
            Function<Consumer<HubDirectory.Said>, HubDirectory> directory) {
        Function<List<Step>, Optional<Law>> life =
                history -> broken(() -> new World(table, as, directory).live(history));
        var drawn = Histories.all().generator(TRIES);
        var random = new Random(1);
        for (var tries = 0; tries < TRIES; tries++) {
            var history = drawn.next(random).value();
            var found = life.apply(history);
            if (found.isPresent()) {
                assertEquals(law, found.get(), history::toString);
                var shortest = shortened(history, one -> life.apply(one).equals(found));
                assertTrue(shortest.size() <= SHORT, shortest::toString);
                return;
            }
        }
        throw new AssertionError(law + " is not found broken");
    }

    private static Optional<Law> broken(Runnable life) {
        try {
            life.run();
            return Optional.empty();
        } catch (Broken broken) {
            return Optional.of(broken.law());
        }
    }

    /** Without each step that it does not need. */
    private static List<Step> shortened(List<Step> history, Function<List<Step>, Boolean> fails) {
        var shortest = history;
        for (var at = shortest.size() - 1; at >= 0; at--) {
            var without = new ArrayList<>(shortest);
            without.remove(at);
            if (fails.apply(without)) {
                shortest = without;
            }
        }
        return shortest;
    }

    private static final class AskingTwo extends HubDirectory {
        AskingTwo(Consumer<Said> says) {
            super(says);
        }

        @Override
        void next(Instant now) {
            ask(HUBS.get(0), now);
            ask(HUBS.get(1), now);
        }
    }

    private static final class Obedient extends Referral {
        @Override
        public void assessed(Assessment heard, Actor by, Instant at) {
            super.assessed(heard, by, at);
            if (state() == ReferralStatus.ACCEPTED && heard.cause().equals("RULES")) {
                var release = new Placing.Release("OFFER_WITHDRAWN", null, true);
                accepted().ifPresent(offer -> new Placing(this).offerReleased(offer.offerId(), at, release, by, at));
            }
        }

        private Optional<Offer> accepted() {
            return offers().all().stream()
                    .filter(offer -> offer.state().equals("ACCEPTED"))
                    .findFirst();
        }
    }

    private static final class Forgetful extends Referral {
        @Override
        public List<Change> takeChanges() {
            return super.takeChanges().stream()
                    .filter(change -> !(change.event() instanceof ReferralEvent.RoutingCancelled))
                    .toList();
        }
    }

    private static final class Promising extends Referral {
        @Override
        public List<String> actionsOf(String hospital) {
            return List.of("SUBMIT", "ADD_FACTS");
        }
    }
}
