package fr.genereferral.e2e.check;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How far a consumer has come with a topic.
 *
 * @param positions last sequence applied, by key
 * @param parked turns that came too early and wait
 * @param dead turns that went to the dead letters
 * @param deadPlaces the records they were
 */
record InboxState(Map<String, Long> positions, Set<Turn> parked, Set<Turn> dead, Set<Heard.Place> deadPlaces) {

    /** An event by its place in line. */
    record Turn(String key, long sequence) {
        @Override
        public String toString() {
            return key + "#" + sequence;
        }
    }

    long position(String key) {
        return positions.getOrDefault(key, 0L);
    }

    /** The next event of this key could not be applied: the ones behind it wait for somebody to repair it. */
    boolean isBlocked(String key) {
        return dead.contains(new Turn(key, position(key) + 1));
    }

    /** Applied now or before, waiting, or given up: one of them is true of every record that was read. */
    boolean accountsFor(Heard heard) {
        var turn = new Turn(heard.key(), heard.sequence());
        return deadPlaces.contains(heard.place())
                || dead.contains(turn)
                || parked.contains(turn)
                || isOpened(heard) && heard.sequence() <= position(heard.key());
    }

    private static boolean isOpened(Heard heard) {
        return Objects.nonNull(heard.key()) && Objects.nonNull(heard.id()) && heard.sequence() >= 0;
    }
}
