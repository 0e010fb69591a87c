package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.load.Declining;
import fr.genereferral.bench.load.OpenLoop;
import fr.genereferral.bench.load.Run;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.bench.scenario.LiveOffers.LiveOffer;
import fr.genereferral.bench.scenario.NextOffers.End;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How soon the next hub is asked after one has said no, and the hospital sees it, at a steady fifty declines a second. */
public final class Declines implements Scenario {
    private static final int RATE = 50;
    private static final double TARGET_P99 = 1000;
    private static final Duration TO_ARRIVE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** When each was to be sent, by referral, and what was answered. */
    private record Said(Map<UUID, Instant> sent, Run run) {}

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var findings = new Findings("Declines");
        var warmUps = many(bed.settings().warmUp());
        var measured = many(bed.settings().journey());
        var offers = new LiveOffers(bed).made(warmUps + measured);
        var declining = bed.declining();
        try (var topics = new Topics(bed.system().platform().kafkaBootstrapServers())) {
            var next = new NextOffers(bed, topics, End.DECLINED);
            decline(bed, declining, offers.subList(0, warmUps));
            next.await(warmUps, TO_ARRIVE, BETWEEN_LOOKS);
            bed.quiet().await();
            var watch = Stopwatch.start(bed.processes());
            var said = decline(bed, declining, offers.subList(warmUps, offers.size()));
            next.await(offers.size(), TO_ARRIVE, BETWEEN_LOOKS);
            var foreign = watch.foreign();
            var processorTime = new ProcessorTime();
            processorTime.add(watch.seconds(), measured);
            next.demandOnceEach(offers.stream().map(LiveOffer::referral).collect(Collectors.toSet()));
            tell(said, next, foreign, findings);
            processorTime.tell(findings);
        }
        Memory.tell(bed, findings);
        return findings;
    }

    private static int many(Duration length) {
        return Math.toIntExact(RATE * length.toSeconds());
    }

    private static Said decline(Bed bed, Declining declining, List<LiveOffer> offers) {
        declining.renewTokens(offers.stream().map(LiveOffer::hub).distinct().toList());
        var sent = new HashMap<UUID, Instant>();
        var remaining = offers.iterator();
        var length = Duration.ofSeconds(1).multipliedBy(offers.size()).dividedBy(RATE);
        var run = OpenLoop.runKnowing(bed.sender().loop(), RATE, length, intended -> {
            var offer = remaining.next();
            sent.put(offer.referral(), intended);
            return declining.decline(offer.id(), offer.hub());
        });
        run.demandAcknowledged(offers.size());
        return new Said(sent, run);
    }

    private static void tell(Said said, NextOffers next, double foreign, Findings findings) {
        var busy = foreign > Quiet.LIMIT ? ", **busy**" : "";
        var made = next.made();
        var shown = next.shown();
        var toOffer = Hop.between("**decline → next offer committed**", said.sent(), made);
        var toHospital = Hop.between("**decline → referral-service shows the next hub**", said.sent(), shown);
        made.keySet().retainAll(said.sent().keySet());
        findings.table(
                "from → to | p50 | p90 | p99 | max",
                List.of(
                        new Hop("decline → its answer", said.run().latencies()).row(),
                        toOffer.row(),
                        Hop.between("next offer committed → referral-service shows it", made, shown)
                                .row(),
                        toHospital.row()));
        findings.say(
                "%d declines at %d a second, each counted from when it was to be sent, each with one next offer at another hub;"
                        + " others used %.0f %% of the processors%s.",
                said.sent().size(), RATE, foreign * 100, busy);
        verdict(findings, "next offer committed", toOffer, busy);
        verdict(findings, "referral-service shows the next hub", toHospital, busy);
    }

    private static void verdict(Findings findings, String what, Hop hop, String busy) {
        var p99 = hop.latencies().millis(0.99);
        findings.verdict(
                "decline → %s, p99 < 1 s at %d/s".formatted(what, RATE),
                "%.0f ms%s".formatted(p99, busy),
                p99 < TARGET_P99);
    }
}
