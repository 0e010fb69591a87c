package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Criterion.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pack judged on one body of evidence: every criterion, and the verdicts for France and for Europe. */
record PackJudgement(RulePack.Access access, List<JudgedCriterion> criteria, Judgement fr, Optional<Judgement> amm) {

    private static final Set<Layer> AMM = Set.of(Layer.AMM);
    private static final Set<Layer> FR = Set.of(Layer.AMM, Layer.FR, Layer.TRIAL);

    static PackJudgement of(RulePack pack, Evidence evidence, Knowledge knowledge) {
        return of(pack, evidence, knowledge, Map.of());
    }

    /** @param supposed general rules by id, as if they were known */
    static PackJudgement of(RulePack pack, Evidence evidence, Knowledge knowledge, Map<String, Truth> supposed) {
        var access = pack.accessOn(evidence.day());
        var dossier = evidence.dossier();
        if (!pack.concernsDisease(dossier) || !pack.concernsGene(dossier)) {
            var none = Judgement.without(Verdict.NOT_APPLICABLE);
            var why = new Applicability(pack, knowledge.genetics()).explain(dossier);
            return new PackJudgement(
                    access, List.of(why), none, Optional.of(none).filter(n -> pack.authorised()));
        }
        var criteria = criteria(pack, evidence, knowledge, supposed);
        var fr = access.open() ? Judgement.of(criteria, FR) : Judgement.without(Verdict.UNAVAILABLE);
        var amm = Optional.of(Judgement.of(criteria, AMM)).filter(j -> pack.authorised());
        return new PackJudgement(access, criteria, fr, amm);
    }

    private static List<JudgedCriterion> criteria(
            RulePack pack, Evidence evidence, Knowledge knowledge, Map<String, Truth> supposed) {
        var criteria = new ArrayList<JudgedCriterion>();
        criteria.add(new Applicability(pack, knowledge.genetics()).explain(evidence.dossier()));
        evidence.genetics(gene(pack, evidence, knowledge)).forEach((id, ruled) -> {
            var criterion = Criterion.genetic(id, knowledge.genetics().rules().get(id));
            var judged = JudgedCriterion.of(criterion, ruled.explanation());
            var known = supposed.get(id);
            var effect = known == null ? judged.effect() : criterion.effect(known);
            criteria.add(judged.withEffect(ruled.judged() ? effect : Effect.NONE));
        });
        pack.judged(evidence.day())
                .map(c -> JudgedCriterion.of(c, c.expression().evaluate(evidence)))
                .forEach(criteria::add);
        return criteria;
    }

    private static Gene gene(RulePack pack, Evidence evidence, Knowledge knowledge) {
        var reported = pack.reportedGenes(evidence.dossier()).filter(pack.genes()::contains);
        return knowledge
                .genetics()
                .genes()
                .get(reported.findFirst().orElse(pack.genes().get(0)));
    }

    boolean saysTheSameAs(PackJudgement other) {
        var sameAmm = amm.isEmpty() || other.amm.isEmpty() || amm.get().saysTheSameAs(other.amm.get());
        return fr.saysTheSameAs(other.fr) && sameAmm;
    }

    boolean isHopeful() {
        return fr.verdict().isHopeful()
                || amm.map(Judgement::verdict).filter(Verdict::isHopeful).isPresent();
    }

    List<JudgedCriterion> with(Effect effect) {
        return criteria.stream().filter(c -> c.has(effect)).toList();
    }

    /** Missing for the verdict that is still open. */
    List<JudgedCriterion> missing() {
        var ids = new ArrayList<>(fr.missing());
        amm.ifPresent(j -> ids.addAll(j.missing()));
        return with(Effect.MISSING).stream().filter(c -> ids.contains(c.id())).toList();
    }
}
