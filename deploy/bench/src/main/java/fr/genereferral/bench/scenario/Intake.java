package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.BareInserts;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.local.process.Patience;
import fr.genereferral.local.service.ServicePlan;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Accepted POSTs against bare inserts of the same rows, and how long an answer takes at half of that rate: with intake
 * alone (referral-service's connector away, so that the two other services are up but idle), or with the whole platform at
 * work on what comes in, on the same processors.
 */
public final class Intake implements Scenario {
    private static final double TARGET_RATIO = 0.5;
    private static final double TARGET_P99 = 150;
    private static final int WARM_CLIENTS = 32;
    private static final Duration OPEN_LOOP = Duration.ofSeconds(20);
    private static final Duration TO_DRAIN = Duration.ofMinutes(4);
    // Each is followed by a drain.
    private static final int MOST_ROUNDS_WITH_ALL = 5;

    private final boolean alone;

    private Intake(boolean alone) {
        this.alone = alone;
    }

    public static Intake alone() {
        return new Intake(true);
    }

    public static Intake amidAllOthers() {
        return new Intake(false);
    }

    @Override
    public ServicePlan services() {
        return Scenario.withoutComparing();
    }

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var findings = new Findings(alone ? "Intake alone" : "Intake, the whole platform at work");
        var length = bed.settings().round();
        var contest = new Contest(bed);
        var outbox = new Outbox(bed, "referral");
        outbox.disconnect();
        warm(bed, slice -> contest.intake(WARM_CLIENTS, slice));
        contest.captureBaseline();
        var ways = contest.baseline().ways();
        ways.forEach(way -> warm(bed, slice -> contest.bare(way, WARM_CLIENTS, slice)));
        var bare = Best.of(ways, BareInserts::client, (way, clients) -> contest.bare(way, clients, length)
                .rate());
        var posts = Best.of(List.of("HTTP"), String::toString, (way, clients) -> contest.intake(clients, length)
                .rate());
        findings.say(
                "A referral is %d rows, one transaction in each of two databases. Bare inserts are fastest by %s. POSTs are"
                        + " fastest by %s.",
                contest.baseline().rowsEach(), bare.tried(), posts.tried());
        var rounds = alone ? onlyIntake(bed, findings) : amidAll(bed, contest, posts.clients(), outbox, findings);
        rounds.compare(
                alone
                        ? bed.settings().rounds()
                        : Math.min(MOST_ROUNDS_WITH_ALL, bed.settings().rounds()),
                () -> contest.bare(bare.way(), bare.clients(), length),
                () -> contest.intake(posts.clients(), length));
        tell(alone ? "intake alone" : "intake, whole platform at work", rounds, contest, findings);
        Memory.tell(bed, findings);
        return findings;
    }

    private static Rounds onlyIntake(Bed bed, Findings findings) {
        findings.say("The connector of referral-service is away, so the other services are idle.");
        return new Rounds(bed, acknowledged -> {});
    }

    private static Rounds amidAll(Bed bed, Contest contest, int clients, Outbox outbox, Findings findings) {
        findings.say("What comes in is worked off meanwhile, and drained before the next round.");
        // Else the connector would begin with what is left of the last round.
        contest.empty();
        outbox.connect();
        warm(bed, slice -> drain(bed, contest.intake(clients, slice).acknowledged()));
        return new Rounds(bed, acknowledged -> drain(bed, acknowledged));
    }

    private static void warm(Bed bed, Consumer<Duration> work) {
        var slice = bed.settings().round();
        for (var done = Duration.ZERO; done.compareTo(bed.settings().warmUp()) < 0; done = done.plus(slice)) {
            work.accept(slice);
        }
    }

    private static void tell(String what, Rounds rounds, Contest contest, Findings findings) {
        rounds.tell(findings);
        var ratios = rounds.ratios();
        findings.verdict(what + " ≥ 0.5 of bare inserts", ratios.headline(), ratios.median() >= TARGET_RATIO);
        latency(what + ", p99 < 150 ms at half that rate", ratios.medianVariant() / 2, rounds, contest, findings);
        var halfOfTarget = TARGET_RATIO * ratios.medianBaseline() / 2;
        if (halfOfTarget < ratios.medianVariant()) {
            latency(what + ", p99 < 150 ms at half the target's rate", halfOfTarget, rounds, contest, findings);
        }
    }

    private static void latency(String what, double rate, Rounds rounds, Contest contest, Findings findings) {
        var run = contest.intakeAt(rate, OPEN_LOOP);
        rounds.settle(run);
        var latencies = run.latencies();
        findings.verdict(
                "%s (%.0f/s)".formatted(what, rate),
                "%.0f ms".formatted(latencies.millis(0.99)),
                latencies.millis(0.99) < TARGET_P99);
        findings.say(
                "Open loop, %.0f POSTs/s for %d s, from the intended time of sending: p50 %.1f ms, p99 %.1f ms, max %.1f ms.",
                rate, OPEN_LOOP.toSeconds(), latencies.millis(0.5), latencies.millis(0.99), latencies.maxMillis());
    }

    private static void drain(Bed bed, long referrals) {
        var referral = bed.database("referral");
        new Patience("offers for all " + referrals, TO_DRAIN)
                .until(() -> referral.count("select count(*) from referral where state = 'OFFERED'") == referrals);
    }
}
