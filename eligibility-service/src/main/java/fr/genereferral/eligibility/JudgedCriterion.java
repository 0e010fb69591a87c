package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;

/** A criterion with its answer and what the answer does to the verdict. */
public record JudgedCriterion(Criterion criterion, Explanation explanation, Effect effect) {

    static JudgedCriterion of(Criterion criterion, Explanation explanation) {
        return new JudgedCriterion(criterion, explanation, criterion.effect(explanation.truth()));
    }

    boolean has(Effect wanted) {
        return effect == wanted;
    }

    public String id() {
        return criterion.id();
    }
}
