package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Criterion.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One pack judged on one body of evidence: every criterion, and the verdicts for France and for Europe. */
record PackJudgement(RulePack.Access access, List<JudgedCriterion> criteria, Judgement fr, Optional<Judgement> amm) {

    private static final Set<Layer> AMM = Set.of(Layer.AMM);
    private static final Set<Layer> FR = Set.of(Layer.AMM, Layer.FR, Layer.TRIAL);

    static PackJudgement of(RulePack pack, Evidence evidence, Knowledge knowledge) {
        var access = pack.accessOn(evidence.day());
        var dossier = evidence.dossier();
        var applicability = new Applicability(pack, knowledge.genetics()).explain(dossier);
        if (!pack.concernsDisease(dossier) || !pack.concernsGene(dossier)) {
            var none = Judgement.without(Verdict.NOT_APPLICABLE);
            return new PackJudgement(
                    access, List.of(applicability), none, Optional.of(none).filter(n -> pack.authorised()));
        }
        var criteria = new ArrayList<>(List.of(applicability));
        if (access.open() || pack.authorised()) {
            general(pack, evidence, knowledge).forEach(criteria::add);
            own(pack, evidence).forEach(criteria::add);
        } else {
            ofRecord(pack, evidence).forEach(criteria::add);
        }
        var fr = access.open() ? Judgement.of(criteria, FR) : Judgement.without(Verdict.UNAVAILABLE);
        var amm = Optional.of(criteria).filter(c -> pack.authorised()).map(c -> Judgement.of(c, AMM));
        return new PackJudgement(access, criteria, fr, amm);
    }

    private static Stream<JudgedCriterion> general(RulePack pack, Evidence evidence, Knowledge knowledge) {
        return evidence.genetics(pack.demand()).entrySet().stream().map(rule -> {
            var ruled = rule.getValue();
            var criterion = Criterion.genetic(
                    rule.getKey(), knowledge.genetics().rules().get(rule.getKey()));
            var judged = JudgedCriterion.of(criterion, ruled.explanation());
            var effect = evidence.supposed(rule.getKey()).map(criterion::effect).orElse(judged.effect());
            return judged.withEffect(ruled.judged() ? effect : Effect.NONE);
        });
    }

    private static Stream<JudgedCriterion> own(RulePack pack, Evidence evidence) {
        return pack.judged(evidence.day())
                .map(c -> JudgedCriterion.of(c, c.expression().evaluate(evidence)));
    }

    /** What a product that nobody can get demanded: shown and not judged. */
    private static Stream<JudgedCriterion> ofRecord(RulePack pack, Evidence evidence) {
        var notJudged = Explanation.note("of-record", Truth.UNKNOWN, Map.of(), List.of());
        return pack.criteria().stream()
                .filter(c -> c.isOfRecord() && c.isInForce(evidence.day()))
                .map(c -> new JudgedCriterion(c, notJudged, Effect.NONE));
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
