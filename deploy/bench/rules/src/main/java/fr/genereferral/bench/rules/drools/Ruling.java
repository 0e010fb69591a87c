package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Verdict;
import java.util.List;
import java.util.function.Predicate;

/** A verdict with the ids that fail, defer or are missing. */
public record Ruling(Verdict verdict, List<String> failing, List<String> deferring, List<String> missing) {
    static final Ruling NOT_APPLICABLE = new Ruling(Verdict.NOT_APPLICABLE, List.of(), List.of(), List.of());

    /** The first that applies: something fails, something defers, something is missing. */
    static Ruling of(List<Judged> judged, Predicate<Judged> counts) {
        var failing = ids(judged, counts, Effect.FAILS);
        var deferring = ids(judged, counts, Effect.DEFERS);
        var missing = ids(judged, counts, Effect.MISSING);
        return new Ruling(verdict(failing, deferring, missing), failing, deferring, missing);
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

    private static List<String> ids(List<Judged> judged, Predicate<Judged> counts, Effect effect) {
        return judged.stream()
                .filter(j -> j.effect() == effect && counts.test(j))
                .map(Judged::id)
                .toList();
    }
}
