package fr.genereferral.eligibility.inbox;

import java.time.Instant;

/**
 * An event as it arrived.
 *
 * @param key id of the aggregate it speaks of
 * @param sequence version of that aggregate
 * @param time when it happened, by its producer
 * @param payload JSON
 */
public record Received(String id, String type, String key, long sequence, Instant time, String payload) {

    @Override
    public String toString() {
        return "Received[" + type + " " + id + ", " + key + "#" + sequence + "]";
    }
}
