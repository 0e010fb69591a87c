package fr.genereferral.referral.likeness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What agrees and what differs between two records, trait by trait. */
record Comparison(Map<Trait, Agreement> agreements, boolean swapped) {

    static Comparison of(Traits one, Traits other) {
        if (isOneName(one, other)) {
            return of(one, other, false);
        }
        var turned = turned(other);
        if (turned != null && (isOneName(one, turned) || isOtherParents(one, turned))) {
            return of(one, turned, true);
        }
        // Of two with one name it does not matter which is turned; of one with the name of the other parent it does.
        var first = turned(one);
        return first != null && isOtherParents(first, other) ? of(first, other, true) : of(one, other, false);
    }

    private static Comparison of(Traits one, Traits two, boolean swapped) {
        var found = new EnumMap<Trait, Agreement>(Trait.class);
        var family = FamilyLikeness.of(one, two);
        var given = GivenLikeness.of(one.givenNames(), two.givenNames());
        found.put(Trait.FAMILY_NAME, family);
        found.put(Trait.GIVEN_NAMES, given);
        if (swapped) {
            // Which of the two fields holds the given name nobody knows then: both agree as far as the worse of them
            // does. Where
            // one of them is the other parent's, what agrees may be the family name, of twins.
            var parents = family == Agreement.PARTLY;
            found.put(Trait.FAMILY_NAME, parents ? family : worse(family, given));
            found.put(Trait.GIVEN_NAMES, worse(given, parents ? Agreement.NEAR : family));
        }
        found.put(Trait.BIRTH_DATE, DateLikeness.of(one.birthDate(), two.birthDate()));
        found.put(Trait.SEX, OtherLikeness.sex(one, two));
        found.put(Trait.BIRTH_PLACE, OtherLikeness.place(one.birthPlace(), two.birthPlace()));
        found.put(Trait.MOTHER, OtherLikeness.mother(one, two));
        found.put(Trait.REPORT, OtherLikeness.report(one.reports(), two.reports()));
        return new Comparison(found, swapped);
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
