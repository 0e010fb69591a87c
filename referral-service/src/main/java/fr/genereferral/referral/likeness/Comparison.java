package fr.genereferral.referral.likeness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What agrees and what differs between two records, trait by trait. */
record Comparison(Map<Trait, Agreement> agreements, boolean swapped) {

    static Comparison of(Traits one, Traits other) {
        var turned = turned(other);
        var swapped = turned != null && !isOneName(one, other) && isOneName(one, turned);
        var named = swapped ? turned : other;
        var found = new EnumMap<Trait, Agreement>(Trait.class);
        var family = FamilyLikeness.of(one, named);
        var given = GivenLikeness.of(one.givenNames(), named.givenNames());
        // Which of the two fields holds the given name nobody knows then: both agree as far as the worse of them does.
        found.put(Trait.FAMILY_NAME, swapped ? worse(family, given) : family);
        found.put(Trait.GIVEN_NAMES, swapped ? worse(family, given) : given);
        found.put(Trait.BIRTH_DATE, DateLikeness.of(one.birthDate(), other.birthDate()));
        found.put(Trait.SEX, OtherLikeness.sex(one, other));
        found.put(Trait.BIRTH_PLACE, OtherLikeness.place(one.birthPlace(), other.birthPlace()));
        found.put(Trait.MOTHER, OtherLikeness.mother(one, other));
        found.put(Trait.REPORT, OtherLikeness.report(one.reports(), other.reports()));
        return new Comparison(found, swapped);
    }

    Agreement in(Trait trait) {
        return agreements.get(trait);
    }

    private static boolean isOneName(Traits one, Traits other) {
        return isOne(GivenLikeness.of(one.givenNames(), other.givenNames())) && isOne(FamilyLikeness.of(one, other));
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
                null,
                traits.reports(),
                traits.ins());
    }
}
