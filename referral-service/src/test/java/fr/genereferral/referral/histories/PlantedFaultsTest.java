package fr.genereferral.referral.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.InMemoryMerges;
import fr.genereferral.referral.InMemoryPairs;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Placing;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralStatus;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.Example;

/** The histories find what is wrong: each of these faults is one that somebody might make. */
class PlantedFaultsTest {
    private static final Parts SOUND = Parts.sound();
    private static final int TRIES = 1_000;
    private static final int SHORT = 20;

    /** As if the code knew of a move that the table does not have. */
    @Example
    void aMoveThatIsNotInTheTable() {
        finds(
                Law.MOVES_OF_THE_TABLE,
                SOUND.with(MoveTable.read().without(ReferralStatus.OFFERED, ReferralStatus.ESCALATED)));
    }

    @Example
    void twoHubsThatAreAskedAtOnce() {
        finds(Law.ONE_OFFER, SOUND.withDirectory(AskingTwo::new));
    }

    @Example
    void aRuleThatTakesAChildFromTheHubThatHasAccepted() {
        finds(Law.RULES_MOVE_NO_OFFER, SOUND.with(it -> ReferralCopy.into(new Obedient(), it)));
    }

    @Example
    void anEventThatGetsLost() {
        finds(Law.EVENT_FOR_EACH_CHANGE, SOUND.with(it -> ReferralCopy.into(new Forgetful(), it)));
    }

    @Example
    void anActionThatIsListedAndRefused() {
        finds(Law.LISTED_IS_DONE, SOUND.with(it -> ReferralCopy.into(new Promising(), it)));
    }

    @Example
    void aMergeThatKeepsTheLaterClock() {
        finds(Law.CLOCK, SOUND.with(it -> ReferralCopy.into(new Unmoved(), it)));
    }

    @Example
    void aFactThatIsLostWhenTwoBecomeOne() {
        finds(Law.FACTS_KEPT, SOUND.with(LosingOfTheUnion::new));
    }

    @Example
    void aFactThatIsLostWhenTwoArePartedAgain() {
        finds(Law.FACTS_KEPT, SOUND.with(LosingOnTheWayBack::new));
    }

    @Example
    void aMergedReferralThatStillTakesFacts() {
        finds(Law.MERGED_RESTS, SOUND.with(it -> ReferralCopy.into(new Restless(), it)));
    }

    @Example
    void aHubThatIsAskedForAReferralThatHasEndedInAnother() {
        finds(Law.NEIGHBOURS_AGREE, SOUND.withDirectory(NotHearingOfMerges::new));
    }

    @Example
    void aMergeThatIsAnsweredOtherwiseWhenItIsAskedForAgain() {
        finds(Law.DECIDED_ONCE, SOUND.with(Repeating::new));
    }

    private static void finds(Law law, Parts parts) {
        Function<List<Step>, Optional<Law>> life = history -> broken(() -> new World(parts).live(history));
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

    /** Once sent, it counts from there, whatever comes into it. */
    private static final class Unmoved extends Referral {
        private Instant first;

        @Override
        public Instant clockStartedAt() {
            first = first == null ? super.clockStartedAt() : first;
            return first;
        }
    }

    private static final class Restless extends Referral {
        @Override
        public void demandAmendable(Actor by) {
            if (state() != ReferralStatus.MERGED) {
                super.demandAmendable(by);
            }
        }
    }

    private static final class NotHearingOfMerges extends HubDirectory {
        NotHearingOfMerges(Consumer<Said> says) {
            super(says);
        }

        @Override
        void end(ReferralStatus ended, Instant now) {
            if (ended != ReferralStatus.MERGED) {
                super.end(ended, now);
            }
        }
    }

    /** One that hands on dossiers with something left out. */
    private abstract static class Losing extends InMemoryMerges {
        Losing(InMemoryReferrals referrals, InMemoryPairs pairs, Clock clock) {
            super(referrals, pairs, clock);
        }

        static Amendment withoutTheFirst(Amendment made) {
            var entries = made.entries().stream().skip(1).toList();
            return new Amendment(made.what(), made.dossier(), made.clinicalDossier(), made.facts(), entries);
        }
    }

    private static final class LosingOfTheUnion extends Losing {
        LosingOfTheUnion(InMemoryReferrals referrals, InMemoryPairs pairs, Clock clock) {
            super(referrals, pairs, clock);
        }

        @Override
        protected Amendment union(Merging merging, Merge merge, Dossiers dossiers) {
            return withoutTheFirst(super.union(merging, merge, dossiers));
        }
    }

    private static final class LosingOnTheWayBack extends Losing {
        LosingOnTheWayBack(InMemoryReferrals referrals, InMemoryPairs pairs, Clock clock) {
            super(referrals, pairs, clock);
        }

        @Override
        protected Amendment back(Merging merging, Merge merge, Dossiers dossiers) {
            return withoutTheFirst(super.back(merging, merge, dossiers));
        }
    }

    /** Whoever asks again hears something else. */
    private static final class Repeating extends InMemoryMerges {
        Repeating(InMemoryReferrals referrals, InMemoryPairs pairs, Clock clock) {
            super(referrals, pairs, clock);
        }

        @Override
        public Uni<Optional<Merge>> done(UUID superseded) {
            return super.done(superseded).map(found -> found.map(Merge::calledOff));
        }
    }
}
