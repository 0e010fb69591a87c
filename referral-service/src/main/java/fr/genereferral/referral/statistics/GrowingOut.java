package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which therapies one child has grown out of while it waited, read from its judgements in the order in which they were made. What
 * has opened again since, for example because a weight was corrected, is none.
 */
final class GrowingOut {
    private final Map<String, JudgedTherapy> possible = new HashMap<>();
    private final Map<String, LocalDate> closed = new TreeMap<>();

    /**
     * The next judgement.
     *
     * @param held whether a hub had the child then: what ends later is that hub's to weigh, and no waiting
     */
    void judged(JsonNode document, LocalDate on, boolean held) {
        for (var verdict : document.path("verdicts")) {
            var now = new JudgedTherapy(verdict);
            if (now.isSought()) {
                judged(now, on, held);
            }
        }
    }

    private void judged(JudgedTherapy now, LocalDate on, boolean held) {
        if (now.isPossible()) {
            possible.put(now.therapy(), now);
            closed.remove(now.therapy());
            return;
        }
        var before = possible.remove(now.therapy());
        if (before != null && !held && now.hasGrownOutSince(before)) {
            closed.put(now.therapy(), on);
        }
    }

    /** By therapy, the day for which it was first judged so. */
    Map<String, LocalDate> closed() {
        return closed;
    }
}
