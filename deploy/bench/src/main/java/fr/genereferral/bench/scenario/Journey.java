package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.Commits;
import fr.genereferral.bench.load.OpenLoop;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.local.process.Patience;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How soon an offer stands after a hospital's POST was answered, at a steady twenty referrals a second. */
public final class Journey implements Scenario {
    private static final double RATE = 20;
    /**
     * Long enough for what is done once a batch to be compiled in every consumer, as it is in a service that runs for a day:
     * the compiler wants to have seen it some five thousand times. Little more than what is measured, for a cold platform
     * that is sent too much has batches that are fewer and larger.
     */
    private static final double WARM_UP_RATE = 25;

    private static final int WARM_UPS = 3;

    private static final double TARGET_P50 = 120;
    private static final double TARGET_P99 = 400;
    private static final Duration TO_ARRIVE = Duration.ofSeconds(90);

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var findings = new Findings("Journey");
        warmUp(bed);
        bed.quiet().await();
        var watch = Stopwatch.start(bed.processes());
        var answered = refer(bed, RATE, bed.settings().journey());
        var foreign = watch.foreign();
        var processorTime = new ProcessorTime();
        processorTime.add(watch.seconds(), answered.size());

        var whole = tell(bed, answered, findings);
        var remark = foreign > Quiet.LIMIT ? ", **busy**" : "";
        findings.say(
                "%d referrals, all with an offer; others used %.0f %% of the processors%s.",
                answered.size(), foreign * 100, remark);
        processorTime.tell(findings);
        Memory.tell(bed, findings);
        verdict(findings, "p50 < 120 ms", whole.latencies().millis(0.5), TARGET_P50, remark);
        verdict(findings, "p99 < 400 ms", whole.latencies().millis(0.99), TARGET_P99, remark);
        return findings;
    }

    private static void verdict(Findings findings, String target, double millis, double limit, String remark) {
        findings.verdict("journey " + target + " at 20/s", "%.0f ms%s".formatted(millis, remark), millis < limit);
    }

    /** A cold platform may be too busy, and tell somebody to come back: whoever does is taken, and has an offer before it is measured. */
    private static void warmUp(Bed bed) {
        bed.renewTokens();
        var length = bed.settings().warmUp().multipliedBy(WARM_UPS);
        var run = OpenLoop.run(
                bed.sender().loop(), WARM_UP_RATE, length, () -> bed.door().referUntilTaken());
        run.demandNoneRefused();
        new Patience("offer for every referral of the warm-up", TO_ARRIVE)
                .until(() ->
                        bed.database("referral").count("select count(*) from referral where state <> 'OFFERED'") == 0);
    }

    /** Each referral with the instant at which its POST was answered; returns when every one has its offer. */
    private static Map<UUID, Instant> refer(Bed bed, double rate, Duration length) {
        bed.renewTokens();
        var hubs = bed.database("hub_directory");
        var offersBefore = hubs.count("select count(*) from offer");
        var answered = new HashMap<UUID, Instant>();
        var run = OpenLoop.run(
                bed.sender().loop(), rate, length, () -> bed.door().referForId().compose(id -> {
                    answered.put(id, Instant.now());
                    return Future.succeededFuture();
                }));
        run.demandNoneRefused();
        new Patience("offer for every referral", TO_ARRIVE)
                .until(() -> hubs.count("select count(*) from offer") == offersBefore + run.acknowledged());
        return answered;
    }

    private static Hop tell(Bed bed, Map<UUID, Instant> answered, Findings findings) {
        var referral = bed.database("referral");
        var taken = of(answered, Commits.byReferral(referral, "dossier where version = 1"));
        var assessed = Commits.byReferral(bed.database("eligibility"), "assessment where number = 1");
        var routed = Commits.byReferral(referral, "assessment");
        var offered = Commits.byReferral(bed.database("hub_directory"), "offer");
        var whole = Hop.between("**answer to the POST → offer committed**", answered, offered);
        var hops = List.of(
                whole,
                Hop.between("referral committed → offer committed (one clock)", taken, offered),
                Hop.between("referral committed → answer to the POST", taken, answered),
                Hop.between("referral committed → assessment committed", taken, assessed),
                Hop.between("assessment committed → routing requested", of(answered, assessed), routed),
                Hop.between("routing requested → offer committed", of(answered, routed), offered));
        findings.table(
                "from → to | p50 | p90 | p99 | max", hops.stream().map(Hop::row).toList());
        return whole;
    }

    private static Map<UUID, Instant> of(Map<UUID, Instant> measured, Map<UUID, Instant> all) {
        var some = new HashMap<>(all);
        some.keySet().retainAll(measured.keySet());
        return some;
    }
}
