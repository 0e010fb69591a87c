package fr.genereferral.bench.rules.machine;

import fr.genereferral.local.machine.MachineTime;
import fr.genereferral.local.machine.ProcessTime;
import java.time.Duration;

/** Waits for a moment in which nobody else uses the machine, and says how busy others were since. */
public final class Quiet {
    /** Share of all processors; above it a number is shown and not counted. */
    public static final double LIMIT = 0.10;

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Duration patience;
    private Used since = Used.now();

    public Quiet(Duration patience) {
        this.patience = patience;
    }

    public void await() throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var before = Used.now();
            Thread.sleep(LOOK.toMillis());
            if (Used.now().foreignSince(before) < LIMIT) {
                break;
            }
        }
        since = Used.now();
    }

    /** Share of the processors that others have used since the waiting ended. */
    public double foreign() {
        return Used.now().foreignSince(since);
    }

    /** Processor time until now: of the whole machine, and what of it were we and our forks. */
    private record Used(MachineTime machine, ProcessTime own) {
        static Used now() {
            return new Used(MachineTime.now(), ProcessTime.here());
        }

        double foreignSince(Used before) {
            return machine.foreignSince(before.machine, own.ticks() - before.own.ticks());
        }
    }
}
