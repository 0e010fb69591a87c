package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.PlacementBuilder.PATIENCE;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.PlacementEvent.NoHubFound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of a placement, whatever happens to it in whatever order: looks, yes and no to any of its offers, in time or late,
 * silence, giving back, lost accreditations, hubs that are named, reopened, cancelled and new routings, the end; the parameter
 * is the seed.
 */
class PlacementHistoriesTest {
    private static final Set<String> MOVES = Moves.all();
    private static final Set<String> REFUSALS = Set.of(
            "OFFER_NO_LONGER_OPEN",
            "HUB_NOT_ACCREDITED",
            "OFFER_NOT_ACCEPTED",
            "INVALID",
            "NOT_ESCALATED",
            "HUB_NOT_ABLE",
            "SECOND_PERSON_NEEDED",
            "ASSIGNMENT_OVER");
    private static final int STEPS = 40;

    private static final Directory DIRECTORY = DirectoryFixtures.directory();

    private final Map<UUID, OfferState> before = new HashMap<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final Map<UUID, MatchRun> runs = new HashMap<>();
    private final List<PlacementEvent> said = new ArrayList<>();

    private Random random;
    private Supplier<UUID> ids;
    private Placement placement;
    private RoutingRequest request;
    private MatchRun run;
    private Instant now = RequestBuilder.NOW;

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("e2e.long") ? 100_000 : 1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneHubAtATimeIsAskedAndOneIsResponsibleAndEveryEndIsTold(long seed) {
        random = new Random(seed);
        ids = () -> new UUID(random.nextLong(), random.nextLong());
        placement = Placement.of(ids.get());
        route();
        for (var step = 0; step < STEPS; step++) {
            var from = placement.state();
            step();
            hold(from);
        }
    }

    private void step() {
        now = now.plus(Duration.ofMinutes(random.nextInt(4_000)));
        switch (random.nextInt(18)) {
            case 0 -> placement.see(anyAnswer());
            case 1 -> accept(anyAnswer());
            case 2, 3 -> tried(() -> placement.decline(anyAnswer(), any(DeclineReason.values()), succession()));
            case 4 -> placement.loseAccreditation(losing(), now);
            case 5 -> placement.cancel(1 + random.nextInt(3), any(WithdrawalCause.values()), now);
            case 6 -> route();
            case 7 -> {
                if (random.nextInt(10) == 0) {
                    placement.close(now);
                }
            }
            case 8 -> tried(() -> placement.giveBack(anyAnswer(), any(GiveBackReason.values()), succession()));
            case 9 -> placement.stopWanted(random.nextInt(4) == 0);
            case 10, 11 -> tried(this::assign);
            case 12 -> tried(this::confirm);
            case 13 -> tried(() -> coordinating().reopen(ids.get(), ReopeningReason.OTHER, somebody()));
            default -> placement.expire(succession(), PATIENCE, now);
        }
    }

    private void route() {
        var number = placement.version() == 0 ? 1 : placement.lastRouting().number() + 1;
        if (!placement.awaits(number)) {
            return;
        }
        var therapy = random.nextInt(3) == 0 ? "UPS" : "ONA-IV";
        request = aRequest().number(number).forTherapy(therapy).livingIn("35").build();
        run = MatchRun.of(request, DIRECTORY, placement.refusals(), new MatchRun.Occasion(ids.get(), TODAY, now));
        placement.route(request, succession(), now);
    }

    private void accept(Answer yes) {
        var mayTake = random.nextInt(5) > 0;
        tried(() -> {
            if (placement.isLate(yes.offer())) {
                var askedBy = runs.get(placement.offer(yes.offer()).matchRunId());
                placement.acceptLate(yes, mayTake, askedBy, succession());
            } else {
                placement.accept(yes, mayTake);
            }
        });
    }

    /** Able or not, asked before or not. */
    private void assign() {
        var hub = any(DIRECTORY.hubs().toArray(Hub[]::new)).id();
        coordinating().assign(new Assignment.Order(ids.get(), hub, AssignmentReason.OTHER), somebody());
    }

    private void confirm() {
        if (!assignments.isEmpty()) {
            var proposed = assignments.get(random.nextInt(assignments.size()));
            coordinating().confirm(proposed, somebody());
        }
    }

    private Coordinating coordinating() {
        return new Coordinating(placement, succession(), now);
    }

    private Coordinator somebody() {
        return new Coordinator(random.nextBoolean() ? "anne" : "bruno", "national");
    }

    private void tried(Runnable answer) {
        var version = placement.version();
        try {
            answer.run();
        } catch (Refused e) {
            assertTrue(REFUSALS.contains(e.code()), e::code);
            assertEquals(version, placement.version(), "what is refused changes nothing");
        }
    }

    /** To any offer that was ever made: twice, late and out of order is as likely as not. */
    private Answer anyAnswer() {
        var offers = placement.allOffers();
        var offer = offers.isEmpty()
                ? ids.get()
                : offers.get(random.nextInt(offers.size())).id();
        return new Answer(offer, "somebody", now, random.nextInt(4) == 0 ? heard() : null);
    }

    /** On the telephone, perhaps before anybody was asked. */
    private Heard heard() {
        var saidAt = now.minus(Duration.ofMinutes(random.nextInt(2_000)));
        return new Heard(AnswerChannel.TELEPHONE, "national", HubFunction.OTHER, null, saidAt);
    }

    private Succession succession() {
        var limits = new AnswerLimits(DIRECTORY.parametersOn(TODAY), day -> false);
        return Succession.asOf(TODAY, run, request, DIRECTORY, new Succession.Terms(limits, ids));
    }

    /** Some hub is accredited no longer, as far as this moment is concerned. */
    private Succession losing() {
        var limits = new AnswerLimits(DIRECTORY.parametersOn(TODAY), day -> false);
        var lost = new HashMap<String, ExclusionReason>();
        run.ranked().stream()
                .filter(candidate -> random.nextBoolean())
                .forEach(candidate -> lost.put(candidate.hub().id(), ExclusionReason.NOT_ACCREDITED));
        return new Succession(run, lost, limits, ids, at -> run);
    }

    private void hold(PlacementState from) {
        var offers = placement.allOffers();
        var open = offers.stream().filter(Offer::isOpen).count();
        var accepted =
                offers.stream().filter(o -> o.state() == OfferState.ACCEPTED).count();
        assertTrue(open <= 1 && accepted <= 1 && open + accepted <= 1, "two hubs hold the child's request");
        assertEquals(placement.state() == PlacementState.OFFERED, open == 1);
        if (placement.state() == PlacementState.ACCEPTED) {
            assertEquals(1, accepted);
        }
        placement.takeInterventions().forEach(one -> {
            if (one instanceof Assignment assignment && assignment.concern().isPresent()) {
                assignments.add(assignment);
            }
        });
        placement.takeRuns().forEach(made -> assertNull(runs.put(made.id(), made), "a run is kept once"));
        var events = placement.takeEvents();
        said.addAll(events);
        assertEquals(said.size(), placement.version(), "a hole, or a change without a word");
        assertEquals(
                LongStream.rangeClosed(1, said.size()).boxed().toList(),
                said.stream().map(HubEvent::sequence).toList());
        // By way of one step or of several: the code itself refuses each that the table does not have.
        if (events.isEmpty() && from != placement.state()) {
            assertTrue(MOVES.contains("placement," + from + "," + placement.state()), from + " to " + placement);
        }
        offers.forEach(offer -> {
            var was = before.put(offer.id(), offer.state());
            assertTrue(
                    was == null || was == offer.state() || MOVES.contains("offer," + was + "," + offer.state()),
                    "an offer went from " + was + " to " + offer.state());
        });
        assertTrue(silentInTheRanking() <= PATIENCE, "one hub too many kept silent");
        if (placement.state() == PlacementState.ESCALATED && !events.isEmpty()) {
            assertTrue(isExplained(events.get(events.size() - 1)), "an end that is not explained");
        }
    }

    /**
     * Silent in the ranking of one search. A yes does not begin the count anew: once the coordinator was told, the ranking asks
     * nobody any more, whatever becomes of a late yes or of a hub that he has named.
     */
    private long silentInTheRanking() {
        return placement.allOffers().stream()
                .filter(o -> o.matchRunId().equals(placement.lastRouting().id()))
                .filter(o -> o.state() == OfferState.EXPIRED)
                .count();
    }

    private static boolean isExplained(PlacementEvent last) {
        return last instanceof NoHubFound
                || last instanceof PlacementEvent.OfferDeclined declined
                        && declined.follows() == DeclineReason.Follows.COORDINATOR;
    }

    /** Whoever has the child keeps it: only giving back, or a confirmed loss, asks somebody else. */
    @Test
    void refusesARoutingOnceAHubHasSaidYes() {
        refusesARoutingAfter(
                () -> placement.accept(new Answer(placement.allOffers().get(0).id(), "somebody", now), true));
    }

    @Test
    void refusesARoutingAfterTheEnd() {
        refusesARoutingAfter(() -> placement.close(now));
    }

    private void refusesARoutingAfter(Runnable what) {
        random = new Random(1);
        ids = () -> new UUID(random.nextLong(), random.nextLong());
        placement = Placement.of(ids.get());
        route();
        what.run();
        placement.takeEvents();
        var next = aRequest().number(2).livingIn("35").build();

        assertThrows(IllegalStateException.class, () -> placement.route(next, succession(), now));
        assertEquals(List.of(), placement.takeEvents());
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
