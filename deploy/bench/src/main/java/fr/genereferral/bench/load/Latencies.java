package fr.genereferral.bench.load;

import java.time.Duration;
import java.util.Arrays;

/** Every single latency of a run; exact, for some hundred thousand are little memory. */
public final class Latencies {
    private static final int START = 1024;
    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[START];
    private int count;
    private boolean sorted;

    public void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latency;
        sorted = false;
    }

    public void add(Duration latency) {
        add(latency.toNanos());
    }

    public int count() {
        return count;
    }

    /** The smallest latency that so large a share of all does not exceed, in milliseconds. */
    public double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        return nanos[Math.max(0, (int) Math.ceil(share * count) - 1)] / NANOS_A_MILLI;
    }

    public double maxMillis() {
        return millis(1);
    }
}
