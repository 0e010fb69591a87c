package fr.genereferral.referral.likeness;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What agrees and what differs between two records, trait by trait. It does not depend on which of them comes first.
 *
 * @param swapped family and given name stand in each other's field
 * @param mayBeTwins the given names do not tell the child from a twin, though they be the same
 */
record Comparison(Map<Trait, Agreement> agreements, boolean swapped, boolean mayBeTwins) {
    /** Which is turned matters where one bears several given names, a name of use, or that of the other parent. */
    private static final Comparator<Comparison> MOST_ALIKE = Comparator.comparing(
                    (Comparison found) -> found.in(Trait.FAMILY_NAME))
            .thenComparing(found -> found.in(Trait.GIVEN_NAMES))
            .thenComparing(found -> found.in(Trait.MOTHER))
            .thenComparing(found -> !found.mayBeTwins());

    static Comparison of(Traits one, Traits other) {
        var oneSided = GivenLikeness.isOneSided(one.givenNames(), other.givenNames());
        var asTheyStand = of(one, other, false, oneSided);
        if (isOneName(one, other)) {
            return asTheyStand;
        }
        return Stream.concat(turnedSecond(one, other, oneSided), turnedSecond(other, one, oneSided))
                .min(MOST_ALIKE)
                .orElse(asTheyStand);
    }

    private static Stream<Comparison> turnedSecond(Traits one, Traits other, boolean oneSided) {
        var turned = turned(other);
        return turned != null && (isOneName(one, turned) || isOtherParents(one, turned))
                ? Stream.of(of(one, turned, true, oneSided))
                : Stream.empty();
    }

    private static Comparison of(Traits one, Traits two, boolean swapped, boolean oneSided) {
        var found = new EnumMap<Trait, Agreement>(Trait.class);
        var family = FamilyLikeness.of(one, two);
        var given = GivenLikeness.of(one.givenNames(), two.givenNames());
        found.put(Trait.FAMILY_NAME, family);
        found.put(Trait.GIVEN_NAMES, given);
        if (swapped) {
            // Which of the two fields holds the given name nobody knows then: both agree as far as the worse of them.
            // Where one of them is the other parent's, what agrees may be the family name, of twins.
            var parents = family == Agreement.PARTLY;
            found.put(Trait.FAMILY_NAME, parents ? family : worse(family, given));
            found.put(Trait.GIVEN_NAMES, worse(given, parents ? Agreement.NEAR : family));
        }
        found.put(Trait.BIRTH_DATE, DateLikeness.of(one.birthDate(), two.birthDate()));
        found.put(Trait.SEX, OtherLikeness.sex(one, two));
        found.put(Trait.BIRTH_PLACE, OtherLikeness.place(one.birthPlace(), two.birthPlace()));
        found.put(Trait.MOTHER, OtherLikeness.mother(one, two));
        found.put(Trait.REPORT, OtherLikeness.report(one.reports(), two.reports()));
        var leftOut = oneSided || GivenLikeness.isOneSided(one.givenNames(), two.givenNames());
        return new Comparison(found, swapped, leftOut && isOfOneBirth(found) || FamilyLikeness.isMerelyFaint(one, two));
    }

    /** Nothing that is known speaks against it: neither the day, nor place and mother both. */
    private static boolean isOfOneBirth(Map<Trait, Agreement> found) {
        return found.get(Trait.BIRTH_DATE) != Agreement.DIFFERENT
                && (found.get(Trait.BIRTH_PLACE) != Agreement.DIFFERENT
                        || found.get(Trait.MOTHER) != Agreement.DIFFERENT);
    }

    Agreement in(Trait trait) {
        return agreements.get(trait);
    }

    private static boolean isOneName(Traits one, Traits other) {
        return isOne(GivenLikeness.of(one.givenNames(), other.givenNames())) && isOne(FamilyLikeness.of(one, other));
    }

    /** The given name of one in the family name's field of the other, which bears the name of the other parent. */
    private static boolean isOtherParents(Traits one, Traits turned) {
        return isOne(GivenLikeness.of(one.givenNames(), turned.givenNames()))
                && FamilyLikeness.of(one, turned) == Agreement.PARTLY;
    }

    private static Agreement worse(Agreement one, Agreement other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static boolean isOne(Agreement agreement) {
        return agreement == Agreement.SAME || agreement == Agreement.NEAR;
    }

    /** With the two names in each other's field; null when there are not two. */
    private static Traits turned(Traits traits) {
        if (traits.familyName() == null || traits.givenNames().isEmpty()) {
            return null;
        }
        return new Traits(
                traits.givenNames().get(0),
                null,
                List.of(traits.familyName()),
                traits.birthDate(),
                traits.sex(),
                traits.birthPlace(),
                traits.motherBirthName(),
                traits.reports(),
                traits.ins());
    }
}
