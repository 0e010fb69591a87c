package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.load.Run;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.bench.report.Ratios;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Baseline and intake in turn, each round when the machine is quiet, and told with every number. */
final class Rounds {
    private final Bed bed;
    private final LongConsumer settling;
    private final Ratios ratios = new Ratios();
    private final ProcessorTime processorTime = new ProcessorTime();
    private double foreign;

    /** @param settling waits for what must end before the next run, told how many referrals came in */
    Rounds(Bed bed, LongConsumer settling) {
        this.bed = bed;
        this.settling = settling;
    }

    void compare(int rounds, Supplier<Run> baseline, Supplier<Run> intake) throws InterruptedException {
        for (var i = 0; i < rounds; i++) {
            bed.quiet().await();
            foreign = 0;
            var bare = watched(baseline, false);
            var posted = watched(intake, true);
            ratios.add(bare.rate(), posted.rate(), foreign, foreign > Quiet.LIMIT);
            settle(posted);
        }
    }

    void settle(Run run) {
        settling.accept(run.acknowledged());
    }

    Ratios ratios() {
        return ratios;
    }

    private Run watched(Supplier<Run> side, boolean counted) {
        var watch = Stopwatch.start(bed.processes());
        var run = side.get();
        foreign = Math.max(foreign, watch.foreign());
        if (counted) {
            processorTime.add(watch.seconds(), run.acknowledged());
        }
        return run;
    }

    void tell(Findings findings) {
        findings.table("round | bare inserts/s | accepted POSTs/s | ratio | used by others", ratios.rows());
        processorTime.tell(findings);
    }
}
