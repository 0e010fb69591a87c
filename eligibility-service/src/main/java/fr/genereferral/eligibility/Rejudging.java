package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import java.util.ArrayList;
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
    private Map<Criterion, Effect> lasting;
    private List<GeneralRule> general;
    private List<Effect> turningToday;

    Rejudging(PreparedPack prepared, Evidence evidence) {
        this.prepared = prepared;
        this.pack = prepared.pack();
        this.evidence = evidence;
    }

    /**
     * Whether anything that time can turn has turned. On most days on which it might, nothing has: then a patient stands
     * where today, and what does not turn need not be gathered to find that out.
     */
    boolean hasTurned(Evidence other) {
        if (turningToday == null) {
            turningToday = turning(evidence);
        }
        return pack.accessOn(other.day()).open()
                        != pack.accessOn(evidence.day()).open()
                || !turning(other).equals(turningToday);
    }

    /** What the criteria do on a day that time can turn, in the order of the pack. */
    private List<Effect> turning(Evidence other) {
        var effects = new ArrayList<Effect>();
        for (var criterion : prepared.turning()) {
            effects.add(criterion.isJudgedOn(other.day()) ? judged(criterion, other) : Effect.NONE);
        }
        return effects;
    }

    /** @param other of another day, or of a patient who has grown older */
    Standing standing(Evidence other) {
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
        if (prepared.moves(criterion)) {
            return judged(criterion, other);
        }
        if (lasting == null) {
            lasting = new IdentityHashMap<>();
        }
        return lasting.computeIfAbsent(criterion, c -> judged(c, evidence));
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
     * What guesses at the same things leave as it is: only the criteria that look at what is guessed can say something
     * else, so the others are gathered once for all guesses.
     *
     * @param others the verdict for France that the others come to
     * @param touched those that look at it
     */
    record Apart(Verdict others, List<Criterion> touched) {

        /** @param judged all criteria as they are today, without a guess */
        static Apart of(List<JudgedCriterion> judged, Set<String> touched) {
            var others = Verdict.ELIGIBLE;
            var looking = new ArrayList<Criterion>();
            for (var criterion : judged) {
                if (!criterion.criterion().countsForFrance()) {
                    continue;
                }
                if (touched.contains(criterion.id())) {
                    looking.add(criterion.criterion());
                } else {
                    others = others.with(criterion.effect());
                }
            }
            return new Apart(others, looking);
        }
    }

    /** The verdict for France with a guess, today. */
    Verdict supposing(Supposed guess, Apart apart) {
        var other = evidence.supposing(guess);
        var verdict = apart.others();
        for (var criterion : apart.touched()) {
            verdict = verdict.with(effect(criterion, other));
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
