package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which variants are known to lie on one allele, and which on the other; sayings that disagree say nothing. */
final class Phases {
    private final Map<String, Map<String, Set<Arrangement>>> said = new HashMap<>();
    private Map<String, Place> places;

    /** Variants tied to each other are a group; the side tells its two alleles apart. */
    private record Place(int group, boolean side) {}

    void say(String one, String other, Arrangement arrangement) {
        if (arrangement == Arrangement.TRANS || arrangement == Arrangement.CIS) {
            sayings(one, other).add(arrangement);
            sayings(other, one).add(arrangement);
            places = null;
        }
    }

    private Set<Arrangement> sayings(String from, String to) {
        return said.computeIfAbsent(from, k -> new HashMap<>()).computeIfAbsent(to, k -> new HashSet<>());
    }

    /** How two different variants lie to each other, directly or by way of others. */
    Arrangement between(String one, String other) {
        if (places == null) {
            places = grouped();
        }
        var here = places.get(one);
        var there = places.get(other);
        if (here == null || there == null || here.group() != there.group()) {
            return Arrangement.UNKNOWN;
        }
        return here.side() == there.side() ? Arrangement.CIS : Arrangement.TRANS;
    }

    private Map<String, Place> grouped() {
        var found = new HashMap<String, Place>();
        var groups = 0;
        for (var start : said.keySet()) {
            if (!found.containsKey(start)) {
                found.putAll(groupOf(start, groups++));
            }
        }
        // What a contradiction touches stands in no group.
        found.values().removeIf(place -> place.group() < 0);
        return found;
    }

    private Map<String, Place> groupOf(String start, int number) {
        var group = new HashMap<String, Place>(Map.of(start, new Place(number, true)));
        var open = new ArrayDeque<String>(Set.of(start));
        var contradicted = false;
        while (!open.isEmpty()) {
            var here = open.remove();
            for (var saying : said.get(here).entrySet()) {
                if (saying.getValue().size() != 1) {
                    continue;
                }
                var side = saying.getValue().contains(Arrangement.CIS)
                        == group.get(here).side();
                var known = group.putIfAbsent(saying.getKey(), new Place(number, side));
                if (known == null) {
                    open.add(saying.getKey());
                }
                contradicted |= known != null && known.side() != side;
            }
        }
        if (contradicted) {
            // A circle of sayings that cannot all be true: none of them is believed.
            group.replaceAll((key, place) -> new Place(-1, true));
        }
        return group;
    }
}
