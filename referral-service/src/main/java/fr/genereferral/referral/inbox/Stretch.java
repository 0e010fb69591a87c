package fr.genereferral.referral.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sequences of one key that follow each other without a hole, as they came in a batch. */
record Stretch(String key, long first, long last) {

    /** One for each key; none at all where those of any key did not come one after the other. */
    static List<Stretch> of(List<Received> events) {
        Map<String, Stretch> found = new LinkedHashMap<>();
        for (var event : events) {
            var before = found.get(event.key());
            if (before != null && event.sequence() != before.last() + 1) {
                return List.of();
            }
            var first = before == null ? event.sequence() : before.first();
            found.put(event.key(), new Stretch(event.key(), first, event.sequence()));
        }
        return new ArrayList<>(found.values());
    }
}
