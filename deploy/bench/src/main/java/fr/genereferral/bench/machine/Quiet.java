package fr.genereferral.bench.machine;

import java.time.Duration;

/** Waits for a moment in which nobody else uses the machine, and says when there was none. */
public final class Quiet {
    /** Share of all processors; above it a round is not counted. */
    public static final double LIMIT = 0.10;

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final OwnProcesses processes;
    private final Duration patience;

    public Quiet(OwnProcesses processes, Duration patience) {
        this.processes = processes;
        this.patience = patience;
    }

    /** Returns when others use little, or when the patience has ended: the round then finds out by itself that it is busy. */
    public void await() throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (patience.compareTo(Duration.ZERO) > 0 && System.nanoTime() < end) {
            var look = Stopwatch.start(processes);
            Thread.sleep(LOOK.toMillis());
            if (look.foreign() < LIMIT) {
                return;
            }
        }
    }
}
