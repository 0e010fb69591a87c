package fr.genereferral.eligibility;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A missing thing and all that it might turn out to be.
 *
 * @param rule a general rule; null for an input
 * @param input null for a general rule
 * @param touched the ids of the criteria that would see it
 */
record Question(String rule, Input input, List<Supposed> guesses, Set<String> touched) {
    private static final String REPORT_RULE = "G7";

    /** A complete report can be had or not, but it fails nobody; the other rules can turn out either way. */
    static Question aboutRule(String rule, PreparedPack prepared) {
        var good = Supposed.rule(rule, Truth.TRUE);
        var guesses = rule.equals(REPORT_RULE) ? List.of(good) : List.of(good, Supposed.rule(rule, Truth.FALSE));
        return new Question(rule, null, guesses, both(prepared.restating(), Set.of(rule)));
    }

    /** @param evidence may be null where the guesses are the same for every dossier */
    static Question aboutInput(Input input, Collection<PreparedPack.Asking> askings, Evidence evidence) {
        var guesses = new LinkedHashSet<Supposed>();
        var touched = new HashSet<String>();
        for (var asking : askings) {
            guesses.addAll(Guesses.of(asking.leaf(), evidence));
            touched.add(asking.criterion().id());
        }
        return new Question(null, input, List.copyOf(guesses), touched);
    }

    boolean asks(JudgedCriterion criterion, Input wanted) {
        return rule == null
                ? wanted.equals(input)
                : rule.equals(criterion.id()) || criterion.criterion().restates(rule);
    }

    static Set<String> both(Set<String> one, Set<String> other) {
        if (one.isEmpty()) {
            return other;
        }
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
