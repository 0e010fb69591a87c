package fr.genereferral.bench.rules.machine;

import java.time.Duration;

/** Waits for a moment in which nobody else uses the machine, and says how busy others were since. */
public final class Quiet {
    /** Share of all processors; above it a number is shown and not counted. */
    public static final double LIMIT = 0.10;

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Duration patience;
    private Ticks since = Ticks.now();

    public Quiet(Duration patience) {
        this.patience = patience;
    }

    public void await() throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var before = Ticks.now();
            Thread.sleep(LOOK.toMillis());
            if (Ticks.now().foreignSince(before) < LIMIT) {
                break;
            }
        }
        since = Ticks.now();
    }

    /** Share of the processors that others have used since the waiting ended. */
    public double foreign() {
        return Ticks.now().foreignSince(since);
    }
}
