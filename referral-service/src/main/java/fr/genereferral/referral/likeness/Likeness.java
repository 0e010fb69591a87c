package fr.genereferral.referral.likeness;

import java.time.LocalDate;
import java.util.Map;

/**
 * How alike two records are, and why: the sum of what each agreement weighs, in bits (Fellegi and Sunter, Journal of the
 * American Statistical Association 64, 1969). It names agreements and no value, so that it may be shown to whoever may not
 * read either record.
 *
 * @param bits the sum
 * @param agreements trait by trait
 * @param swapped family and given name stand in each other's field
 */
public record Likeness(Outcome outcome, double bits, Map<Trait, Agreement> agreements, boolean swapped) {
    /** What follows. */
    public enum Outcome {
        /** Probably one child. */
        PROBABLE,
        /** One child or twins: the given names do not tell. A person has to know before anything is merged. */
        POSSIBLE_TWINS,
        /** Nobody is asked. */
        DIFFERENT
    }

    /** Compares by the weights that hold on this day. */
    public static Likeness of(Traits one, Traits other, LocalDate day) {
        return of(Comparison.of(one, other), Weights.on(day));
    }

    static Likeness of(Comparison found, Weights weights) {
        var given = found.in(Trait.GIVEN_NAMES);
        var bits = 0.0;
        for (var trait : Trait.values()) {
            bits += weights.of(given, trait, found.in(trait));
        }
        return new Likeness(outcome(found, bits, weights.limit()), bits, found.agreements(), found.swapped());
    }

    /**
     * Twins agree in everything but their given names, so these are asked first, whatever the rest weighs: names that cannot be
     * one name written twice are of two children, though a later one or a part be common, and only one and the same first name is
     * of one. Where the family names have nothing in common either field may hold the given name, of both. A first name is borne
     * by both sexes.
     */
    private static Outcome outcome(Comparison found, double bits, double limit) {
        var given = found.in(Trait.GIVEN_NAMES);
        if (bits < limit || given == Agreement.DIFFERENT || given == Agreement.PARTLY) {
            return Outcome.DIFFERENT;
        }
        var isOne = given == Agreement.SAME
                && found.in(Trait.FAMILY_NAME) != Agreement.DIFFERENT
                && found.in(Trait.SEX) != Agreement.DIFFERENT;
        return isOne && !found.mayBeTwins() ? Outcome.PROBABLE : Outcome.POSSIBLE_TWINS;
    }
}
