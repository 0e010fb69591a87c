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

    /** @throws IllegalStateException if anything was refused, with what was answered */
    public void demandNoneRefused() {
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Refused while %d were acknowledged: %s".formatted(acknowledged, refused));
        }
    }

    /** @throws IllegalStateException if more or fewer were acknowledged, or anything was refused */
    public void demandAcknowledged(long all) {
        demandNoneRefused();
        if (acknowledged != all) {
            throw new IllegalStateException("%d of %d acknowledged".formatted(acknowledged, all));
        }
    }
}
