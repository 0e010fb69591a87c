package fr.genereferral.hubdirectory.histories;

import static fr.genereferral.hubdirectory.PlacementBuilder.PATIENCE;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;

import fr.genereferral.hubdirectory.Answer;
import fr.genereferral.hubdirectory.AnswerChannel;
import fr.genereferral.hubdirectory.Assignment;
import fr.genereferral.hubdirectory.AssignmentReason;
import fr.genereferral.hubdirectory.Coordinating;
import fr.genereferral.hubdirectory.Coordinator;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.ExclusionReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.Heard;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.Loss;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.LossReason;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.ReopeningReason;
import fr.genereferral.hubdirectory.Succession;
import fr.genereferral.hubdirectory.WithdrawalCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** One child's placement, and what hubs, hospital and coordinator do about it. */
final class Child {
    /** What it is mostly offered for, and what else. */
    static final String OFTEN = "ONA-IV";

    static final String SELDOM = "UPS";

    private final World world;
    private final Placement placement;
    private final PlacementLaws laws;
    private final Map<UUID, MatchRun> runs = new HashMap<>();
    private final List<Assignment> proposed = new ArrayList<>();
    private final List<Consumer<Random>> heard = new ArrayList<>();
    private UUID lastYes;

    Child(World world, Placement placement, Set<String> moves) {
        this.world = world;
        this.placement = placement;
        laws = new PlacementLaws(placement, moves);
    }

    /** Without a routing nobody is asked. */
    void begin(Random chance) {
        if (!placement.isRouted()) {
            route(chance);
        }
    }

    void see(Random chance) {
        var look = anyAnswer(chance);
        change(() -> placement.see(look));
    }

    /** Whoever is asked, or whoever ever was: twice, late and out of order is as likely as not. */
    void accept(Random chance) {
        var live = placement.allOffers().stream().filter(Offer::isOpen).findFirst();
        accept(answer(chance.nextBoolean() ? live : Optional.empty(), chance), chance);
    }

    /** The answer was lost on its way: the same hub says the same yes again. */
    void acceptAgain(Random chance) {
        if (lastYes != null) {
            accept(new Answer(lastYes, "somebody", world.now()), chance);
        }
    }

    private void accept(Answer yes, Random chance) {
        lastYes = yes.offer();
        var mayTake = chance.nextInt(5) > 0;
        var succession = succession(PlacementState.ESCALATED, chance);
        var before = Stored.of(placement);
        change(
                () -> {
                    if (placement.isLate(yes.offer())) {
                        var askedBy = runs.get(placement.offer(yes.offer()).matchRunId());
                        placement.acceptLate(yes, mayTake, askedBy, succession);
                    } else {
                        placement.accept(yes, mayTake);
                    }
                },
                full -> {
                    world.placeLaws().refused(full, holder().orElseThrow(), world.now());
                    before.into(placement);
                });
    }

    void decline(Random chance) {
        var no = anyAnswer(chance);
        var succession = succession(PlacementState.OFFERED, chance);
        change(() -> placement.decline(no, any(DeclineReason.values(), chance), succession));
    }

    void expire(Random chance) {
        var succession = succession(PlacementState.OFFERED, chance);
        change(() -> placement.expire(succession, PATIENCE, world.now()));
    }

    void giveBack(Random chance) {
        var live = placement.accepted().filter(offer -> chance.nextBoolean());
        var back = answer(live, chance);
        var succession = succession(PlacementState.ACCEPTED, chance);
        change(() -> placement.giveBack(back, any(GiveBackReason.values(), chance), succession));
    }

    /** Some hubs are accredited no longer, as far as this moment is concerned. */
    void loseAccreditation(Random chance) {
        var lost = new HashMap<String, ExclusionReason>();
        run().ranked().stream()
                .filter(candidate -> chance.nextBoolean())
                .forEach(candidate -> lost.put(candidate.hub().id(), ExclusionReason.NOT_ACCREDITED));
        var losing = new Succession(run(), lost, world.limits(), world::newId, at -> run());
        change(() -> placement.loseAccreditation(losing, world.now()));
    }

    /** What it had accepted stays, or moves, when the coordinator says so. */
    void confirmLoss(Random chance) {
        var offer = answer(placement.accepted(), chance).offer();
        var word = new LossConfirmation.Word(any(LossDecision.values(), chance), LossReason.OTHER);
        var loss = new Loss(world.newId(), "a hub", OFTEN, world.today(), null, world.now());
        var hand = new EntryChange.Hand("a coordinator", world.now());
        var succession = succession(PlacementState.ACCEPTED, chance);
        change(() -> placement.confirmLoss(
                new LossConfirmation(world.newId(), offer, loss, word, hand), succession, world.now()));
    }

    void route(Random chance) {
        var number = placement.isRouted() ? placement.lastRouting().number() + 1 : 1;
        if (!placement.awaits(number)) {
            return;
        }
        var therapy = chance.nextInt(3) == 0 ? SELDOM : OFTEN;
        var request = aRequest()
                .of(placement.referralId().toString())
                .number(number)
                .forTherapy(therapy)
                .livingIn("35")
                .build();
        var directory = world.directory(chance);
        var occasion = new MatchRun.Occasion(world.newId(), world.today(), world.now());
        var run = MatchRun.of(request, directory, placement.refusals(), occasion);
        var terms = new Succession.Terms(world.limits(), world::newId);
        var succession = Succession.asOf(world.today(), run, request, directory, terms);
        change(() -> placement.route(request, succession, world.now()));
    }

    void cancel(Random chance) {
        var number = 1 + chance.nextInt(3);
        var cause = any(WithdrawalCause.values(), chance);
        hear(again -> change(() -> placement.cancel(number, cause, world.now())), chance);
    }

    void wantStop(Random chance) {
        var wanted = chance.nextInt(4) == 0;
        hear(again -> change(() -> placement.stopWanted(wanted)), chance);
    }

    void close(Random chance) {
        hear(again -> change(() -> placement.close(world.now())), chance);
    }

    void complete(Random chance) {
        hear(
                again -> {
                    holder().ifPresent(offer -> world.placeLaws().completed(offer, world.now()));
                    change(() -> placement.complete(world.now()));
                },
                chance);
    }

    void merge(Random chance) {
        hear(again -> change(() -> placement.rest(world.now())), chance);
    }

    private void hear(Consumer<Random> said, Random chance) {
        heard.add(said);
        said.accept(chance);
    }

    /** What the hospital's service has said comes once more, past the inbox that would drop it. */
    void hearAgain(Random chance) {
        if (!heard.isEmpty()) {
            heard.get(chance.nextInt(heard.size())).accept(chance);
        }
    }

    /** Able or not, asked before or not. */
    void assign(Random chance) {
        var hubs = world.directory(chance).hubs();
        var order = new Assignment.Order(
                world.newId(), hubs.get(chance.nextInt(hubs.size())).id(), AssignmentReason.OTHER);
        var coordinating = coordinating(chance);
        change(() -> coordinating.assign(order, somebody(chance)));
    }

    void confirm(Random chance) {
        if (!proposed.isEmpty()) {
            var assignment = proposed.get(chance.nextInt(proposed.size()));
            var coordinating = coordinating(chance);
            change(() -> coordinating.confirm(assignment, somebody(chance)));
        }
    }

    void reopen(Random chance) {
        var coordinating = coordinating(chance);
        change(() -> coordinating.reopen(world.newId(), ReopeningReason.OTHER, somebody(chance)));
    }

    /** As the port does it: with the places that it frees. */
    private void change(Runnable what) {
        change(what, full -> {
            throw full;
        });
    }

    /** @param unkept what becomes of it when there is no place: it is kept with the place that it takes, or not at all */
    private void change(Runnable what, Consumer<Refused> unkept) {
        try {
            what.run();
        } catch (Refused refused) {
            laws.refused(refused);
            world.hold();
            return;
        }
        try {
            world.keep(placement.takeSlotMoves());
        } catch (Refused full) {
            unkept.accept(full);
        }
        laws.hold();
        placement
                .takeRuns()
                .forEach(made -> Broken.unless(runs.put(made.id(), made) == null, Law.RUN_KEPT_ONCE, () -> made));
        placement.takeInterventions().forEach(one -> {
            if (one instanceof Assignment assignment && assignment.concern().isPresent()) {
                proposed.add(assignment);
            }
        });
        world.hold();
    }

    /** The offer of the hub that is responsible. */
    Optional<Offer> holder() {
        return placement.state() == PlacementState.ACCEPTED ? placement.accepted() : Optional.empty();
    }

    private Answer anyAnswer(Random chance) {
        return answer(Optional.empty(), chance);
    }

    /** To this offer; else to any that was ever made, or to none. */
    private Answer answer(Optional<Offer> to, Random chance) {
        var offers = placement.allOffers();
        var offer = to.map(Offer::id)
                .orElseGet(() -> offers.isEmpty()
                        ? world.newId()
                        : offers.get(chance.nextInt(offers.size())).id());
        return new Answer(offer, "somebody", world.now(), chance.nextInt(4) == 0 ? telephoned(chance) : null);
    }

    /** Perhaps before anybody was asked. */
    private Heard telephoned(Random chance) {
        var saidAt = world.now().minus(Duration.ofMinutes(chance.nextInt(2_000)));
        return new Heard(AnswerChannel.TELEPHONE, "national", HubFunction.OTHER, null, saidAt);
    }

    private Coordinating coordinating(Random chance) {
        return new Coordinating(placement, succession(PlacementState.ESCALATED, chance), world.now());
    }

    private static Coordinator somebody(Random chance) {
        return new Coordinator(chance.nextBoolean() ? "anne" : "bruno", "national");
    }

    private MatchRun run() {
        return runs.get(placement.lastRouting().id());
    }

    /**
     * Who is asked next.
     *
     * @param when where it is asked for: else nobody is asked, whatever excludes a hub today, and to find that out takes longest
     */
    private Succession succession(PlacementState when, Random chance) {
        if (placement.state() != when) {
            return new Succession(run(), Map.of(), world.limits(), world::newId, at -> run());
        }
        var terms = new Succession.Terms(world.limits(), world::newId);
        var request = placement.lastRouting().request();
        return Succession.asOf(world.today(), run(), request, world.directory(chance), terms);
    }

    private static <T> T any(T[] values, Random chance) {
        return values[chance.nextInt(values.length)];
    }

    @Override
    public String toString() {
        return placement.referralId() + " " + placement.state();
    }
}
