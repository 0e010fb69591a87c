package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Criterion.Layer;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A verdict under one set of layers, with all ids that fail, defer or are missing. */
public record Judgement(Verdict verdict, List<String> failing, List<String> deferring, List<String> missing) {

    static Judgement without(Verdict verdict) {
        return new Judgement(verdict, List.of(), List.of(), List.of());
    }

    /** First that applies: something fails, something defers, something is missing. */
    static Judgement of(List<JudgedCriterion> criteria, Set<Layer> layers) {
        var counted = criteria.stream()
                .filter(c -> !Collections.disjoint(c.criterion().layers(), layers))
                .toList();
        var failing = ids(counted, Effect.FAILS);
        var deferring = ids(counted, Effect.DEFERS);
        var missing = ids(counted, Effect.MISSING);
        return new Judgement(verdict(failing, deferring, missing), failing, deferring, missing);
    }

    private static Verdict verdict(List<String> failing, List<String> deferring, List<String> missing) {
        if (!failing.isEmpty()) {
            return Verdict.NOT_ELIGIBLE;
        }
        if (!deferring.isEmpty()) {
            return Verdict.DEFERRED;
        }
        return missing.isEmpty() ? Verdict.ELIGIBLE : Verdict.NEEDS_INFO;
    }

    private static List<String> ids(List<JudgedCriterion> criteria, Effect effect) {
        return criteria.stream()
                .filter(c -> c.has(effect))
                .map(JudgedCriterion::id)
                .toList();
    }

    /** The ids that carry the verdict; when they change, it is another answer. */
    List<String> grounds() {
        return switch (verdict) {
            case NOT_ELIGIBLE -> failing;
            case DEFERRED -> deferring;
            case NEEDS_INFO -> missing;
            case ELIGIBLE, UNAVAILABLE, NOT_APPLICABLE -> List.of();
        };
    }

    boolean saysTheSameAs(Judgement other) {
        return verdict == other.verdict && grounds().equals(other.grounds());
    }
}
