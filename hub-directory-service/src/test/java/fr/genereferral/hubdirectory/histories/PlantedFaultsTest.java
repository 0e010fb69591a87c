package fr.genereferral.hubdirectory.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Answer;
import fr.genereferral.hubdirectory.Capacities;
import fr.genereferral.hubdirectory.Moves;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementEvent;
import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.SiteZone;
import fr.genereferral.hubdirectory.Slot;
import fr.genereferral.hubdirectory.SlotMove;
import fr.genereferral.hubdirectory.Week;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The histories find what is wrong: each of these faults is one that somebody might make. */
class PlantedFaultsTest {
    private static final Set<String> MOVES = Moves.all();
    private static final int TRIES = 1_000;
    private static final int SHORT = 20;

    @Test
    void aGiveBackThatDoesNotFree() {
        finds(Law.END_FREES, () -> new World(MOVES, as(Keeping::new), Places::new));
    }

    @Test
    void aYesThatIsHeardAgainAndTakesASecondPlace() {
        finds(Law.ONE_PLACE_A_YES, () -> new World(MOVES, as(Obliging::new), Places::new));
    }

    @Test
    void aYesThatIsNotHeldAgainstTheCapacity() {
        finds(Law.NEVER_OVER_CAPACITY, () -> new World(MOVES, Placement::of, Generous::new));
    }

    /** Two hubs' doctors say yes at once, and each is given what was free before. */
    @Test
    void aPlaceThatIsChosenByWhatWasReadBeforeTheLock() {
        finds(Law.NO_PLACE_TO_TWO, () -> new World(MOVES, Placement::of, Hasty::new));
    }

    /** As if the code knew of a move that the table does not have. */
    @Test
    void aMoveThatIsNotInTheTable() {
        var without = new TreeSet<>(MOVES);
        without.remove("offer,ACCEPTED,WITHDRAWN");
        finds(Law.MOVES_OF_THE_TABLE, () -> new World(without, Placement::of, Places::new));
    }

    @Test
    void anEventThatGetsLost() {
        finds(Law.EVENT_FOR_EACH_CHANGE, () -> new World(MOVES, as(Silent::new), Places::new));
    }

    @Test
    void anEndThatIsToldWithoutItsReason() {
        finds(Law.END_EXPLAINED, () -> new World(MOVES, as(Mute::new), Places::new));
    }

    private static Function<UUID, Placement> as(Supplier<Placement> faulty) {
        return referral -> Stored.of(Placement.of(referral)).into(faulty.get());
    }

    private static void finds(Law law, Supplier<World> world) {
        for (var seed = 0L; seed < TRIES; seed++) {
            var history = History.of(seed);
            var found = broken(history, world);
            if (found.isPresent()) {
                assertEquals(law, found.get(), history::toString);
                var shortest = shortened(history, one -> broken(one, world).equals(found));
                assertTrue(shortest.steps().size() <= SHORT, shortest::toString);
                return;
            }
        }
        throw new AssertionError(law + " is not found broken");
    }

    private static Optional<Law> broken(History history, Supplier<World> world) {
        try {
            world.get().live(history);
            return Optional.empty();
        } catch (Broken broken) {
            return Optional.of(broken.law());
        }
    }

    /** Without each step that it does not need: without one of them, another may not be needed any more. */
    private static History shortened(History history, Predicate<History> fails) {
        var shortest = history;
        for (var at = history.steps().size() - 1; at >= 0; at--) {
            var steps = new ArrayList<>(shortest.steps());
            steps.remove(at);
            var without = history.with(steps);
            if (fails.test(without)) {
                shortest = without;
            }
        }
        return shortest.steps().size() == history.steps().size() ? shortest : shortened(shortest, fails);
    }

    private static final class Keeping extends Placement {
        @Override
        public List<SlotMove> takeSlotMoves() {
            return super.takeSlotMoves().stream()
                    .filter(move -> !(move instanceof SlotMove.Free free) || free.cause() != SlotMove.Cause.GIVEN_BACK)
                    .toList();
        }
    }

    /** Whoever has said yes is told so again, and everything is done again. */
    private static final class Obliging extends Placement {
        private final List<SlotMove> again = new ArrayList<>();

        @Override
        public void accept(Answer yes, boolean mayTake) {
            if (state() != PlacementState.ACCEPTED || offer(yes.offer()).state() != OfferState.ACCEPTED) {
                super.accept(yes, mayTake);
                return;
            }
            var mine = offer(yes.offer());
            var patient = lastRouting().request().patient();
            again.add(new SlotMove.Take(mine.id(), mine.hub().id(), mine.therapy(), patient));
        }

        @Override
        public List<SlotMove> takeSlotMoves() {
            var all = Stream.concat(super.takeSlotMoves().stream(), again.stream())
                    .toList();
            again.clear();
            return all;
        }
    }

    private static final class Silent extends Placement {
        @Override
        public List<PlacementEvent> takeEvents() {
            return super.takeEvents().stream()
                    .filter(event -> !(event instanceof OfferWithdrawn))
                    .toList();
        }
    }

    private static final class Mute extends Placement {
        @Override
        public List<PlacementEvent> takeEvents() {
            return super.takeEvents().stream().map(Mute::withoutCause).toList();
        }

        private static PlacementEvent withoutCause(PlacementEvent event) {
            return event instanceof OfferWithdrawn said
                    ? new OfferWithdrawn(
                            said.referralId(),
                            said.sequence(),
                            said.offerId(),
                            said.hub(),
                            said.withdrawnAt(),
                            null,
                            said.reason())
                    : event;
        }
    }

    /** Gives the coming week to everybody. */
    private static final class Generous extends Places {
        private int given;

        Generous(Told told) {
            super(told);
        }

        @Override
        void take(SlotMove.Take take, Instant now) {
            var coming = Week.onOrAfter(SiteZone.dayAt(take.hub(), now));
            var plan = underTheLock().plan(take.hub(), take.therapy());
            if (plan.slots(coming).isPresent()) {
                hold(take, new Slot.Place(coming, ++given));
            }
        }
    }

    /** Whoever has said yes last has said it at the same time. */
    private static final class Hasty extends Places {
        private UUID atOnce;

        Hasty(Told told) {
            super(told);
        }

        @Override
        void take(SlotMove.Take take, Instant now) {
            super.take(take, now);
            atOnce = take.offer();
        }

        @Override
        Map<Capacities.Place, Map<Week, Set<Integer>>> takenUnderTheLock() {
            return takenBut(atOnce);
        }
    }
}
