package fr.genereferral.eligibility;

import java.util.HashMap;
import java.util.Map;

/**
 * What is taken for known although it is not, to find out whether it matters.
 *
 * @param readings values of inputs
 * @param rules answers of general rules, by id
 * @param leaves answers of demands that no single value answers
 */
record Supposed(Map<Input, Reading> readings, Map<String, Truth> rules, Map<Expression, Truth> leaves) {
    static final Supposed NOTHING = new Supposed(Map.of(), Map.of(), Map.of());

    static Supposed reading(Input input, Reading reading) {
        return new Supposed(Map.of(input, reading), Map.of(), Map.of());
    }

    static Supposed rule(String id, Truth truth) {
        return new Supposed(Map.of(), Map.of(id, truth), Map.of());
    }

    static Supposed leaf(Expression leaf, Truth truth) {
        return new Supposed(Map.of(), Map.of(), Map.of(leaf, truth));
    }

    Supposed and(Supposed other) {
        return new Supposed(both(readings, other.readings), both(rules, other.rules), both(leaves, other.leaves));
    }

    private static <K, V> Map<K, V> both(Map<K, V> one, Map<K, V> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
