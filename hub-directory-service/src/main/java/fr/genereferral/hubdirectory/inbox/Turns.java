package fr.genereferral.hubdirectory.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose turn it is: of a batch and of what was parked earlier, the events that are next in line for their key, in order.
 * Plain bookkeeping, so that every order of arrival can be tried in a test.
 */
final class Turns {
    private final Map<String, Long> last;
    private final Map<String, Map<Long, Received>> waiting = new HashMap<>();
    private final Map<String, Set<Long>> alreadyParked = new HashMap<>();
    private final List<Received> next = new ArrayList<>();

    /** @param last the last sequence applied for each key, 0 when none */
    Turns(Map<String, Long> last, List<Received> parked) {
        this.last = new HashMap<>(last);
        parked.forEach(event -> {
            waiting(event.key()).put(event.sequence(), event);
            alreadyParked.computeIfAbsent(event.key(), k -> new HashSet<>()).add(event.sequence());
        });
    }

    void arrived(Received event) {
        var applied = last.getOrDefault(event.key(), 0L);
        if (event.sequence() <= applied) {
            return;
        }
        waiting(event.key()).putIfAbsent(event.sequence(), event);
        advance(event.key(), applied);
    }

    private void advance(String key, long applied) {
        var queue = waiting(key);
        var turn = applied;
        for (var event = queue.remove(turn + 1); event != null; event = queue.remove(turn + 1)) {
            next.add(event);
            turn++;
        }
        last.put(key, turn);
    }

    private Map<Long, Received> waiting(String key) {
        return waiting.computeIfAbsent(key, k -> new HashMap<>());
    }

    /** To be applied now, in this order. */
    List<Received> next() {
        return List.copyOf(next);
    }

    /** To be parked: too early, and not parked before. */
    List<Received> tooEarly() {
        return waiting.values().stream()
                .flatMap(queue -> queue.values().stream())
                .filter(e -> !alreadyParked.getOrDefault(e.key(), Set.of()).contains(e.sequence()))
                .toList();
    }

    /** Whether there is nothing to wait for any more. */
    boolean isApplied(Received event) {
        return event.sequence() <= last.getOrDefault(event.key(), 0L);
    }

    /** The last sequence applied now, of each key that has come further. */
    Map<String, Long> reached() {
        return next.stream().map(Received::key).distinct().collect(Collectors.toMap(key -> key, last::get));
    }
}
