package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One pack judged on one body of evidence: every criterion, and where the patient stands with it. */
record PackJudgement(RulePack.Access access, List<JudgedCriterion> criteria, Standing standing) {

    static PackJudgement of(PreparedPack prepared, Evidence evidence) {
        var pack = prepared.pack();
        var access = pack.accessOn(evidence.day());
        var applicability = prepared.applicability().explain(evidence.dossier());
        if (applicability.explanation().truth() == Truth.FALSE) {
            var none = Judgement.without(Verdict.NOT_APPLICABLE);
            var standing = new Standing(none, Optional.of(none).filter(n -> pack.authorised()));
            return new PackJudgement(access, List.of(applicability), standing);
        }
        // With the general rules, of which applicability is one.
        var most =
                prepared.knowledge().genetics().rules().size() + pack.criteria().size();
        var criteria = new ArrayList<JudgedCriterion>(most);
        criteria.add(applicability);
        if (access.open() || pack.authorised()) {
            GeneralRule.of(prepared, evidence).forEach(rule -> criteria.add(rule.judged(evidence)));
            own(pack, evidence, criteria);
        } else {
            ofRecord(pack, evidence).forEach(criteria::add);
        }
        var gathering = new Standing.Gathering();
        criteria.forEach(judged -> gathering.add(judged.criterion(), judged.effect()));
        return new PackJudgement(access, criteria, gathering.under(pack, access));
    }

    private static void own(RulePack pack, Evidence evidence, List<JudgedCriterion> criteria) {
        for (var criterion : pack.criteria()) {
            if (criterion.isJudgedOn(evidence.day())) {
                criteria.add(
                        JudgedCriterion.of(criterion, criterion.expression().evaluate(evidence)));
            }
        }
    }

    /** What a product that nobody can get demanded: shown and not judged. */
    private static Stream<JudgedCriterion> ofRecord(RulePack pack, Evidence evidence) {
        var notJudged = Explanation.note("of-record", Truth.UNKNOWN, Map.of(), List.of());
        return pack.criteria().stream()
                .filter(c -> c.isOfRecord() && c.isInForce(evidence.day()))
                .map(c -> new JudgedCriterion(c, notJudged, Effect.NONE));
    }

    Judgement fr() {
        return standing.fr();
    }

    Optional<Judgement> amm() {
        return standing.amm();
    }

    boolean isApplicable() {
        return fr().verdict() != Verdict.NOT_APPLICABLE;
    }

    boolean isHopeful() {
        return fr().verdict().isHopeful()
                || amm().map(Judgement::verdict).filter(Verdict::isHopeful).isPresent();
    }

    List<String> ids(Effect effect) {
        var ids = new ArrayList<String>();
        for (var criterion : criteria) {
            if (criterion.has(effect)) {
                ids.add(criterion.id());
            }
        }
        return ids;
    }

    List<JudgedCriterion> with(Effect effect) {
        return with(effect, criterion -> true);
    }

    private List<JudgedCriterion> with(Effect effect, Predicate<JudgedCriterion> wanted) {
        var found = new ArrayList<JudgedCriterion>();
        for (var criterion : criteria) {
            if (criterion.has(effect) && wanted.test(criterion)) {
                found.add(criterion);
            }
        }
        return found;
    }

    /** Missing for the verdict that is still open. */
    List<JudgedCriterion> missing() {
        return with(
                Effect.MISSING,
                criterion -> isMissing(criterion, fr())
                        || amm().filter(judgement -> isMissing(criterion, judgement))
                                .isPresent());
    }

    List<JudgedCriterion> missingFor(Judgement judgement) {
        return with(Effect.MISSING, criterion -> isMissing(criterion, judgement));
    }

    private static boolean isMissing(JudgedCriterion criterion, Judgement judgement) {
        return judgement.missing().contains(criterion.id());
    }
}
