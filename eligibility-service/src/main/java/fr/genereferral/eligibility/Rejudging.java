package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.List;

/**
 * Asks again where a patient stands with a therapy that may apply: on another day, or with a guess. The general rules
 * are judged from reports, which neither changes.
 */
final class Rejudging {
    private final RulePack pack;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private List<GeneralRule> general;

    Rejudging(RulePack pack, Evidence evidence, Knowledge knowledge) {
        this.pack = pack;
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    Standing on(LocalDate day) {
        return standing(evidence.on(day));
    }

    /** When only the patient has grown older. */
    Standing aged(LocalDate day) {
        return standing(evidence.aged(day));
    }

    Standing supposing(Supposed guess) {
        return standing(evidence.supposing(guess));
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
                gathering.add(criterion, criterion.effect(criterion.expression().truth(other)));
            }
        }
        return gathering.under(pack, access);
    }

    private List<GeneralRule> general() {
        if (general == null) {
            general = GeneralRule.of(pack, evidence, knowledge);
        }
        return general;
    }
}
