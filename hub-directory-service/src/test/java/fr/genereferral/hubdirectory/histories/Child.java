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
import fr.genereferral.hubdirectory.ExclusionReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.Heard;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.ReopeningReason;
import fr.genereferral.hubdirectory.Succession;
import fr.genereferral.hubdirectory.WithdrawalCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One child's placement, and what hubs, hospital and coordinator do about it. */
final class Child {
    private final World world;
    private final Placement placement;
    private final PlacementLaws laws;
    private final Map<UUID, MatchRun> runs = new HashMap<>();
    private final List<Assignment> proposed = new ArrayList<>();

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

    void accept(Random chance) {
        var yes = anyAnswer(chance);
        var mayTake = chance.nextInt(5) > 0;
        var succession = succession();
        change(() -> {
            if (placement.isLate(yes.offer())) {
                var askedBy = runs.get(placement.offer(yes.offer()).matchRunId());
                placement.acceptLate(yes, mayTake, askedBy, succession);
            } else {
                placement.accept(yes, mayTake);
            }
        });
    }

    void decline(Random chance) {
        var no = anyAnswer(chance);
        var succession = succession();
        change(() -> placement.decline(no, any(DeclineReason.values(), chance), succession));
    }

    void expire(Random chance) {
        var succession = succession();
        change(() -> placement.expire(succession, PATIENCE, world.now()));
    }

    void giveBack(Random chance) {
        var back = anyAnswer(chance);
        var succession = succession();
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

    void route(Random chance) {
        var number = placement.isRouted() ? placement.lastRouting().number() + 1 : 1;
        if (!placement.awaits(number)) {
            return;
        }
        var therapy = chance.nextInt(3) == 0 ? "UPS" : "ONA-IV";
        var request = aRequest()
                .of(placement.referralId().toString())
                .number(number)
                .forTherapy(therapy)
                .livingIn("35")
                .build();
        var directory = world.directory();
        var occasion = new MatchRun.Occasion(world.newId(), world.today(), world.now());
        var run = MatchRun.of(request, directory, placement.refusals(), occasion);
        var terms = new Succession.Terms(world.limits(), world::newId);
        var succession = Succession.asOf(world.today(), run, request, directory, terms);
        change(() -> placement.route(request, succession, world.now()));
    }

    void cancel(Random chance) {
        var number = 1 + chance.nextInt(3);
        var cause = any(WithdrawalCause.values(), chance);
        change(() -> placement.cancel(number, cause, world.now()));
    }

    void wantStop(Random chance) {
        var wanted = chance.nextInt(4) == 0;
        change(() -> placement.stopWanted(wanted));
    }

    void close(Random chance) {
        change(() -> placement.close(world.now()));
    }

    /** Able or not, asked before or not. */
    void assign(Random chance) {
        var hubs = world.directory().hubs();
        var order = new Assignment.Order(
                world.newId(), hubs.get(chance.nextInt(hubs.size())).id(), AssignmentReason.OTHER);
        var coordinating = coordinating();
        change(() -> coordinating.assign(order, somebody(chance)));
    }

    void confirm(Random chance) {
        if (!proposed.isEmpty()) {
            var assignment = proposed.get(chance.nextInt(proposed.size()));
            var coordinating = coordinating();
            change(() -> coordinating.confirm(assignment, somebody(chance)));
        }
    }

    void reopen(Random chance) {
        var coordinating = coordinating();
        change(() -> coordinating.reopen(world.newId(), ReopeningReason.OTHER, somebody(chance)));
    }

    private void change(Runnable what) {
        try {
            what.run();
        } catch (Refused refused) {
            laws.refused(refused);
            return;
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
    }

    /** To any offer that was ever made: twice, late and out of order is as likely as not. */
    private Answer anyAnswer(Random chance) {
        var offers = placement.allOffers();
        var offer = offers.isEmpty()
                ? world.newId()
                : offers.get(chance.nextInt(offers.size())).id();
        return new Answer(offer, "somebody", world.now(), chance.nextInt(4) == 0 ? telephoned(chance) : null);
    }

    /** Perhaps before anybody was asked. */
    private Heard telephoned(Random chance) {
        var saidAt = world.now().minus(Duration.ofMinutes(chance.nextInt(2_000)));
        return new Heard(AnswerChannel.TELEPHONE, "national", HubFunction.OTHER, null, saidAt);
    }

    private Coordinating coordinating() {
        return new Coordinating(placement, succession(), world.now());
    }

    private static Coordinator somebody(Random chance) {
        return new Coordinator(chance.nextBoolean() ? "anne" : "bruno", "national");
    }

    private MatchRun run() {
        return runs.get(placement.lastRouting().id());
    }

    private Succession succession() {
        var terms = new Succession.Terms(world.limits(), world::newId);
        var request = placement.lastRouting().request();
        return Succession.asOf(world.today(), run(), request, world.directory(), terms);
    }

    private static <T> T any(T[] values, Random chance) {
        return values[chance.nextInt(values.length)];
    }
}
