package fr.genereferral.eligibility.preview;

import fr.genereferral.eligibility.Dossier;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.Supposition;
import java.time.LocalDate;
import java.util.Map;

/**
 * One way to look at a dossier.
 *
 * @param asOf the day that it is judged for
 * @param rulesOn the day whose rules it is judged by
 * @param versions versions of rule packs in the place of those in force, by therapy
 */
record Thought(LocalDate asOf, LocalDate rulesOn, Map<String, Integer> versions, Supposition supposed) {

    RulesInForce over(RulesInForce rules) {
        return supposed.over(rules);
    }

    Dossier of(Dossier dossier) {
        return supposed.appliedTo(dossier, asOf);
    }
}
