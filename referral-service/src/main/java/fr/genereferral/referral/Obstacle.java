package fr.genereferral.referral;

import java.util.List;

/** A criterion that stands against a therapy, or might, and how: one that was missing and now fails is another obstacle. */
public record Obstacle(String criterion, Effect effect) {

    /** What a criterion does to a therapy. */
    public enum Effect {
        FAILS,
        DEFERS,
        MISSING;

        /** These criteria, with this effect. */
        public List<Obstacle> of(List<String> criteria) {
            return criteria.stream().map(id -> new Obstacle(id, this)).toList();
        }
    }
}
