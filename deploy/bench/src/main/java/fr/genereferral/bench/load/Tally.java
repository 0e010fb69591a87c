package fr.genereferral.bench.load;

import java.util.Map;
import java.util.TreeMap;

/** Counts what comes back; of one event loop, so it needs no lock. */
final class Tally {
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Latencies latencies = new Latencies();
    private long acknowledged;
    private long inTime;

    void acknowledged(long latency, boolean before) {
        acknowledged++;
        if (before) {
            inTime++;
        }
        latencies.add(latency);
    }

    void refused(Throwable answer) {
        refused.merge(String.valueOf(answer.getMessage()), 1, Integer::sum);
    }

    Run over(double seconds) {
        return new Run(inTime, acknowledged, seconds, Map.copyOf(refused), latencies);
    }
}
