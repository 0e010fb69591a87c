package fr.genereferral.bench.load;

import java.util.Map;

/**
 * What a run brought.
 *
 * @param inTime acknowledged before the end of the run: what its rate is made of
 * @param acknowledged in all, those included that were still on their way at the end: what must be stored
 * @param refused everything else, by what was answered
 */
public record Run(long inTime, long acknowledged, double seconds, Map<String, Integer> refused, Latencies latencies) {
    public double rate() {
        return inTime / seconds;
    }
}
