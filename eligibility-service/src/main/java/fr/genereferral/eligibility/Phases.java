package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which variants are known to lie on the same allele, and which on the other; two sayings that disagree say nothing. */
final class Phases {
    private final Map<Set<String>, Set<Arrangement>> said = new HashMap<>();

    void say(String one, String other, Arrangement arrangement) {
        if (arrangement == Arrangement.TRANS || arrangement == Arrangement.CIS) {
            said.computeIfAbsent(Set.of(one, other), k -> new HashSet<>()).add(arrangement);
        }
    }

    /** The variants that are tied to this one, with the side they lie on: true for its own allele. */
    Map<String, Boolean> sidesSeenFrom(String start) {
        var sides = new TreeMap<String, Boolean>();
        sides.put(start, true);
        var open = new ArrayDeque<String>(Set.of(start));
        var contradicted = false;
        while (!open.isEmpty()) {
            var here = open.remove();
            for (var entry : said.entrySet()) {
                if (!entry.getKey().contains(here) || entry.getValue().size() != 1) {
                    continue;
                }
                var there = other(entry.getKey(), here);
                var side = entry.getValue().contains(Arrangement.CIS) == sides.get(here);
                var known = sides.putIfAbsent(there, side);
                if (known == null) {
                    open.add(there);
                }
                contradicted |= known != null && known != side;
            }
        }
        // A circle of sayings that cannot all be true: none of them is believed.
        return contradicted ? Map.of(start, true) : sides;
    }

    private static String other(Set<String> pair, String one) {
        return pair.stream().filter(key -> !key.equals(one)).findFirst().orElseThrow();
    }
}
