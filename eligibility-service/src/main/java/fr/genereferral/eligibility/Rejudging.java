package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks again where a patient stands with a therapy that may apply: on another day, or with a guess. The general rules
 * are judged from reports, which neither changes.
 */
final class Rejudging {
    private final PreparedPack prepared;
    private final RulePack pack;
    private final Evidence evidence;
    private final Map<Criterion, Effect> lasting = new IdentityHashMap<>();
    private List<GeneralRule> general;

    Rejudging(PreparedPack prepared, Evidence evidence) {
        this.prepared = prepared;
        this.pack = prepared.pack();
        this.evidence = evidence;
    }

    Standing on(LocalDate day) {
        return standing(evidence.on(day));
    }

    /** When only the patient has grown older. */
    Standing aged(LocalDate day) {
        return standing(evidence.aged(day));
    }

    private Standing standing(Evidence other) {
        var access = pack.accessOn(other.day());
        var gathering = new Standing.Gathering();
        if (!access.open() && !pack.authorised()) {
            return gathering.under(pack, access);
        }
        for (var rule : general()) {
            gathering.add(rule.criterion(), rule.effect(other));
        }
        for (var criterion : pack.criteria()) {
            if (criterion.isJudgedOn(other.day())) {
                gathering.add(criterion, effectOn(criterion, other));
            }
        }
        return gathering.under(pack, access);
    }

    /** What time does not move is judged once for all days. */
    private Effect effectOn(Criterion criterion, Evidence other) {
        return prepared.moves(criterion)
                ? judged(criterion, other)
                : lasting.computeIfAbsent(criterion, c -> judged(c, evidence));
    }

    private static Effect judged(Criterion criterion, Evidence evidence) {
        return criterion.effect(criterion.expression().truth(evidence));
    }

    private List<GeneralRule> general() {
        if (general == null) {
            general = GeneralRule.of(prepared, evidence);
        }
        return general;
    }

    /**
     * The verdict for France with a guess, today.
     *
     * @param judged all criteria as they are without it
     * @param touched ids of the criteria that look at what is guessed: only they can say something else
     */
    Verdict supposing(Supposed guess, List<JudgedCriterion> judged, Set<String> touched) {
        var other = evidence.supposing(guess);
        var verdict = Verdict.ELIGIBLE;
        for (var criterion : judged) {
            if (criterion.criterion().countsForFrance()) {
                var effect =
                        touched.contains(criterion.id()) ? effect(criterion.criterion(), other) : criterion.effect();
                verdict = verdict.with(effect);
            }
        }
        return verdict;
    }

    private Effect effect(Criterion criterion, Evidence other) {
        if (criterion.expression() != null) {
            return judged(criterion, other);
        }
        return general().stream()
                .filter(rule -> rule.criterion().id().equals(criterion.id()))
                .findFirst()
                .orElseThrow()
                .effect(other);
    }
}
