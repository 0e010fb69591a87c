package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.GeneticJudgement.Ruled;
import java.util.List;

/** A general genetic rule as it stands in a pack, and what the reports make of it. */
record GeneralRule(Criterion criterion, Ruled ruled) {

    static List<GeneralRule> of(RulePack pack, Evidence evidence, Knowledge knowledge) {
        var texts = knowledge.genetics().rules();
        return evidence.genetics(pack.demand()).entrySet().stream()
                .map(rule -> new GeneralRule(
                        Criterion.genetic(rule.getKey(), texts.get(rule.getKey())), rule.getValue()))
                .toList();
    }

    JudgedCriterion judged(Evidence evidence) {
        return new JudgedCriterion(criterion, ruled.explanation(), effect(evidence));
    }

    Effect effect(Evidence evidence) {
        var truth = evidence.supposed(criterion.id()).orElse(ruled.explanation().truth());
        return ruled.judged() ? criterion.effect(truth) : Effect.NONE;
    }
}
