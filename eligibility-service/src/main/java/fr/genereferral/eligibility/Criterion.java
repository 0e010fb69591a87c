package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One row of a rule pack.
 *
 * @param layers the authorities that demand it; empty for a warning
 * @param expression null for a row that is not judged here
 * @param pendingAllowed codes of inputs that may still be expected when the referral goes on
 * @param reviewAfter when a temporary blocker is looked at again, counted from the value's date; may be null
 * @param reportedAs the general rules that a restating row is reported as
 */
public record Criterion(
        String id,
        Set<Layer> layers,
        Kind kind,
        Bilingual text,
        Source source,
        Expression expression,
        List<String> pendingAllowed,
        Period reviewAfter,
        List<String> reportedAs,
        LocalDate from,
        LocalDate until) {

    public enum Layer {
        AMM,
        FR,
        TRIAL,
        ORG,
        ACCESS
    }

    /** Required, excluding, temporarily blocking, or only a flag for the meeting. */
    public enum Kind {
        REQ,
        EXC,
        TEMP,
        WARN
    }

    /** What a criterion does to the verdict. */
    public enum Effect {
        SATISFIED,
        FAILS,
        DEFERS,
        MISSING,
        WARNS,
        NONE;

        private final String word = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return word;
        }
    }

    public Criterion {
        layers = quick(layers);
        pendingAllowed = pendingAllowed == null ? List.of() : List.copyOf(pendingAllowed);
        reportedAs = reportedAs == null ? List.of() : List.copyOf(reportedAs);
    }

    /** Every dossier asks every criterion that concerns it for its layers, several times. */
    private static Set<Layer> quick(Set<Layer> layers) {
        var quick = EnumSet.noneOf(Layer.class);
        if (layers != null) {
            quick.addAll(layers);
        }
        return Collections.unmodifiableSet(quick);
    }

    /** A general genetic rule stands in every pack as a row of the authorisation, or as a flag. */
    public static Criterion genetic(String id, Kind kind, Bilingual text, Source source) {
        var layers = kind == Kind.WARN ? Set.<Layer>of() : Set.of(Layer.AMM);
        return new Criterion(id, layers, kind, text, source, null, null, null, null, null, null);
    }

    /** The row says the same as a general rule, under an id of its own. */
    boolean restates(String rule) {
        return expression instanceof VariantLeaf.Genetics && VariantLeaf.Genetics.RESTATED.contains(rule);
    }

    /** A demand on the patient that is on record only: no rule is written for it. */
    boolean isOfRecord() {
        return expression == null
                && reportedAs.isEmpty()
                && !layers.contains(Layer.ORG)
                && !layers.contains(Layer.ACCESS);
    }

    boolean isAlwaysInForce() {
        return from == null && until == null;
    }

    public boolean isInForce(LocalDate on) {
        return (from == null || !on.isBefore(from)) && (until == null || !on.isAfter(until));
    }

    /** It looks at the patient; where care may be given and rows that restate genetics do not. */
    boolean isJudgedOn(LocalDate on) {
        return expression != null && isInForce(on);
    }

    boolean countsForFrance() {
        return layers.contains(Layer.FR) || layers.contains(Layer.AMM) || layers.contains(Layer.TRIAL);
    }

    boolean countsForEurope() {
        return layers.contains(Layer.AMM);
    }

    Effect effect(Truth truth) {
        return switch (kind) {
            case REQ -> effect(truth, Effect.SATISFIED, Effect.FAILS);
            case EXC -> effect(truth, Effect.FAILS, Effect.SATISFIED);
            case TEMP -> effect(truth, Effect.DEFERS, Effect.SATISFIED);
            case WARN -> truth == Truth.TRUE ? Effect.WARNS : Effect.NONE;
        };
    }

    private static Effect effect(Truth truth, Effect whenTrue, Effect whenFalse) {
        return switch (truth) {
            case TRUE -> whenTrue;
            case FALSE -> whenFalse;
            case UNKNOWN -> Effect.MISSING;
        };
    }
}
