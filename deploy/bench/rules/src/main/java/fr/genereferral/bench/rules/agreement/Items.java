package fr.genereferral.bench.rules.agreement;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An explanation taken apart: where in it, and what stands there. Ids are compared as sets, for that is what they are;
 * parts of a node in their order.
 */
final class Items {
    private final Map<String, String> byPlace = new TreeMap<>();

    void put(String place, Object... what) {
        var before = byPlace.put(place, String.join(" | ", words(what)));
        if (before != null) {
            throw new IllegalStateException("said twice: " + place);
        }
    }

    private static String[] words(Object... what) {
        var words = new String[what.length];
        for (var i = 0; i < what.length; i++) {
            var sorted = what[i] instanceof Map<?, ?> map ? new TreeMap<>(map) : what[i];
            words[i] = Objects.toString(sorted);
        }
        return words;
    }

    Map<String, String> byPlace() {
        return byPlace;
    }
}
