package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.local.service.ServicePlan;

/**
 * How fast each consumer works off what has gathered while it was held, compared with how fast intake has filled it. One
 * after the other, warm, its neighbours held and its own events left in its outbox: each has the machine that intake had.
 */
public final class Drain implements Scenario {
    private static final int WARM_UPS = 4;

    @Override
    public ServicePlan services() {
        return Scenario.withoutComparing();
    }

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var findings = new Findings("Drain");
        try (var topics = new Topics(bed.system().platform().kafkaBootstrapServers())) {
            for (var i = 0; i < WARM_UPS; i++) {
                run(bed, topics, new Findings("warm-up"));
            }
            bed.quiet().await();
            var watch = Stopwatch.start(bed.processes());
            run(bed, topics, findings);
            findings.say("Others used %.0f %% of the processors%s.", watch.foreign() * 100, busy(watch.foreign()));
        }
        Memory.tell(bed, findings);
        return findings;
    }

    private static void run(Bed bed, Topics topics, Findings findings) {
        var backlog = new Backlog(bed, topics);
        backlog.fill();
        backlog.drain(findings);
    }

    private static String busy(double foreign) {
        return foreign > Quiet.LIMIT ? ": **busy**" : "";
    }
}
