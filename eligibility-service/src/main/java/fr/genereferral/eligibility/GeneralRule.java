package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.GeneticJudgement.Ruled;
import java.util.ArrayList;
import java.util.List;

/** A general genetic rule as it stands in a pack, and what the reports make of it. */
record GeneralRule(Criterion criterion, Ruled ruled) {

    static List<GeneralRule> of(PreparedPack prepared, Evidence evidence) {
        var criteria = prepared.knowledge().genetics().rules();
        var rules = new ArrayList<GeneralRule>();
        evidence.genetics(prepared.pack().demand())
                .forEach((id, ruled) -> rules.add(new GeneralRule(criteria.get(id), ruled)));
        return rules;
    }

    JudgedCriterion judged(Evidence evidence) {
        return new JudgedCriterion(criterion, ruled.explanation(), effect(evidence));
    }

    Effect effect(Evidence evidence) {
        var truth = evidence.supposed(criterion.id()).orElse(ruled.explanation().truth());
        return ruled.judged() ? criterion.effect(truth) : Effect.NONE;
    }
}
