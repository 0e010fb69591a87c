package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Truth;

/** A criterion with its answer, what the answer does to the verdict, and for which of the two it counts. */
public record Judged(String therapy, String id, boolean forFrance, boolean forEurope, Effect effect, Node node) {

    /** Of the authorisation: it counts for both verdicts. */
    public static final boolean AMM = true;
    /** Of French funding alone. */
    public static final boolean FR = false;

    public static Judged required(String therapy, String id, boolean layer, Node node) {
        return new Judged(therapy, id, true, layer, effect(node, Effect.SATISFIED, Effect.FAILS), node);
    }

    public static Judged excluding(String therapy, String id, boolean layer, Node node) {
        return new Judged(therapy, id, true, layer, effect(node, Effect.FAILS, Effect.SATISFIED), node);
    }

    public static Judged blocking(String therapy, String id, boolean layer, Node node) {
        return new Judged(therapy, id, true, layer, effect(node, Effect.DEFERS, Effect.SATISFIED), node);
    }

    public static Judged warning(String therapy, String id, Node node) {
        return new Judged(therapy, id, false, false, node.truth() == Truth.TRUE ? Effect.WARNS : Effect.NONE, node);
    }

    public static Judged without(String therapy, String id, Effect effect, Node node) {
        return new Judged(therapy, id, true, true, effect, node);
    }

    private static Effect effect(Node node, Effect whenTrue, Effect whenFalse) {
        return switch (node.truth()) {
            case TRUE -> whenTrue;
            case FALSE -> whenFalse;
            case UNKNOWN -> Effect.MISSING;
        };
    }
}
