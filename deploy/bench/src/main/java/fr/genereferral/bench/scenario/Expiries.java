package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.load.Latencies;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.bench.scenario.LiveOffers.LiveOffer;
import fr.genereferral.bench.scenario.NextOffers.End;
import fr.genereferral.local.service.ServicePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Many hubs keep silent until the same instant: how long it takes until each child's next hub is asked, and until the
 * hospitals see it. The offers are made by the services; only their deadline is moved.
 */
public final class Expiries implements Scenario {
    private static final Duration TO_BE_MADE = Duration.ofMinutes(3);
    private static final Duration TO_BE_SHOWN = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** Until the deadline is written everywhere, and the server has put away what that has left. */
    private static final Duration AHEAD = Duration.ofSeconds(15);

    private static final int AHEAD_FOR_EACH_SECOND = 2000;

    /**
     * The reminders that would have been given long before, and the deadline. Without triggers: a hub is not told of what
     * would not happen.
     */
    private static final String DUE = """
            set session_replication_role = replica;
            insert into offer_reminder (offer_id, fraction, reminded_at)
            select id, share, now()
            from offer cross join unnest((select reminders from answer_clock order by valid_from desc limit 1)) share
            where state = 'OPEN'
            on conflict do nothing;
            update offer set expires_at = '%s' where state = 'OPEN'
            """;

    /**
     * Who waits for an answer was compared weeks ago. Here all are sent within minutes: ten comparisons a second would go on
     * beside the measurement for hours.
     */
    @Override
    public ServicePlan services() {
        return Scenario.withoutComparing();
    }

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var many = bed.settings().expiring();
        var findings = new Findings("%,d offers expire at once".formatted(many));
        var offers = new LiveOffers(bed).made(many);
        bed.quiet().await();
        try (var topics = new Topics(bed.system().platform().kafkaBootstrapServers())) {
            var next = new NextOffers(bed, topics, End.EXPIRED);
            var deadline = dueAtOnce(bed, many);
            Thread.sleep(Duration.between(Instant.now(), deadline).toMillis());
            var watch = Stopwatch.start(bed.processes());
            next.await(many, PATIENCE, BETWEEN_LOOKS);
            var foreign = watch.foreign();
            var processorTime = new ProcessorTime();
            processorTime.add(watch.seconds(), many);
            next.demandOnceEach(offers.stream().map(LiveOffer::referral).collect(Collectors.toSet()));
            tell(deadline, next, foreign, findings);
            processorTime.tell(findings);
        }
        Memory.tell(bed, findings);
        return findings;
    }

    private static Instant dueAtOnce(Bed bed, int many) {
        var directory = bed.database("hub_directory");
        var deadline = Instant.now().plus(AHEAD).plusSeconds(many / AHEAD_FOR_EACH_SECOND);
        directory.execute(DUE.formatted(deadline));
        directory.execute("vacuum analyze offer");
        directory.execute("vacuum analyze offer_reminder");
        directory.execute("checkpoint");
        if (Instant.now().isAfter(deadline)) {
            throw new IllegalStateException("Not prepared before the deadline: the machine is too busy");
        }
        return deadline;
    }

    private static void tell(Instant deadline, NextOffers next, double foreign, Findings findings) {
        var busy = foreign > Quiet.LIMIT ? ", **busy**" : "";
        var made = since(deadline, next.made());
        var shown = since(deadline, next.shown());
        findings.table(
                "after the deadline | first | half | 99 % | last | a second, from the deadline on",
                List.of(row("next offer committed", made), row("referral-service shows the next hub", shown)));
        findings.say(
                "%,d offers, each with one next offer at another hub; others used %.0f %% of the processors%s.",
                made.count(), foreign * 100, busy);
        verdict(findings, made, "the next ones committed", TO_BE_MADE, busy);
        verdict(findings, shown, "referral-service shows them", TO_BE_SHOWN, busy);
    }

    private static Latencies since(Instant deadline, Map<UUID, Instant> commits) {
        var latencies = new Latencies();
        commits.values().forEach(at -> latencies.add(Duration.between(deadline, at)));
        return latencies;
    }

    private static String row(String what, Latencies after) {
        return "%s | %.1f s | %.1f s | %.1f s | %.1f s | %.0f"
                .formatted(
                        what,
                        seconds(after, 0),
                        seconds(after, 0.5),
                        seconds(after, 0.99),
                        seconds(after, 1),
                        after.count() / seconds(after, 1));
    }

    private static double seconds(Latencies after, double share) {
        return after.millis(share) / 1000;
    }

    private static void verdict(Findings findings, Latencies after, String what, Duration limit, String busy) {
        var last = seconds(after, 1);
        findings.verdict(
                "%,d offers expire at once: %s within %d min".formatted(after.count(), what, limit.toMinutes()),
                "%.0f s%s".formatted(last, busy),
                last < limit.toSeconds());
    }
}
