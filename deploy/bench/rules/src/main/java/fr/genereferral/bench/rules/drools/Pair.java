package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Truth;

/**
 * Two usable variants, or one that is on both copies, and whether together they are what a therapy demands.
 *
 * @param sure both are pathogenic
 * @param two they are two
 */
public record Pair(String genetics, boolean sure, boolean two, Truth truth) {
    public static Pair of(Genetics genetics, Call one, Call other, Truth opposite) {
        return new Pair(
                genetics.id(),
                one.pathogenic() && other.pathogenic(),
                one != other,
                opposite.and(genetics.suit(one, other)));
    }
}
