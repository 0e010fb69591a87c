package fr.genereferral.referral.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is one thing written twice, and what is two things, trait by trait. */
class RulesOfLikenessTest {
    private static final LocalDate BORN = LocalDate.of(2024, 3, 5);

    @Test
    void takesTwoSlipsInAShortNameForOneNameAndTwoOtherLettersForAnother() {
        assertEquals(Agreement.NEAR, given(List.of("Anaïs"), List.of("nAaxs")));
        assertEquals(Agreement.NEAR, given(List.of("Léo"), List.of("Léqwo")));
        assertEquals(Agreement.DIFFERENT, given(List.of("Lou"), List.of("Léa")));
        assertEquals(Agreement.DIFFERENT, given(List.of("Théo"), List.of("Hugo")));
    }

    @Test
    void takesANameThatStandsSecondInTheOtherForOneWrittenTwice() {
        assertEquals(Agreement.NEAR, given(List.of("Rose"), List.of("Élise", "Rose")));
        assertEquals(Agreement.NEAR, given(List.of("Rose", "Élise"), List.of("Élise", "Rose")));
    }

    /** As twins have. */
    @Test
    void takesALaterNameOrAPartInCommonForTwoNames() {
        assertEquals(Agreement.PARTLY, given(List.of("Élise", "Rose"), List.of("Camille", "Rose")));
        assertEquals(Agreement.PARTLY, given(List.of("Anne-Lise"), List.of("Anne-Laure")));
    }

    /** Each of two twins is called by the name that they have in common: it is the first in neither. */
    @Test
    void doesNotTakeOneFirstNameForTheSameWhereAllOthersDiffer() {
        assertEquals(Agreement.NEAR, given(List.of("Rose", "Élise"), List.of("Rose", "Camille")));
        assertEquals(Agreement.SAME, given(List.of("Rose", "Élise"), List.of("Rose", "Elize")));
    }

    @Test
    void takesAFamilyNameThatIsWrittenInOneWordWithItsParticleOrItsOtherHalfForNear() {
        assertEquals(Agreement.NEAR, family("BENYOUSSEF", "Youssef"));
        assertEquals(Agreement.NEAR, family("RousselDurand", "DURAND"));
        assertEquals(Agreement.DIFFERENT, family("Martin", "Moreau"));
    }

    @Test
    void takesTheNextMonthForNearAcrossTheYearAndWhereItIsShorter() {
        for (var days : List.of(
                List.of("2014-12-19", "2015-01-19"),
                List.of("2023-03-30", "2023-02-28"),
                List.of("2024-02-29", "2025-02-28"))) {
            var one = LocalDate.parse(days.get(0));
            var other = LocalDate.parse(days.get(1));

            assertEquals(Agreement.NEAR, DateLikeness.of(one, other), days::toString);
            assertEquals(Agreement.NEAR, DateLikeness.of(other, one), days::toString);
        }
        assertEquals(Agreement.DIFFERENT, DateLikeness.of(BORN, BORN.plusMonths(2)));
    }

    /** Each hospital has entered the child under the name of one parent, and the mother under that of the child. */
    @Test
    void doesNotTakeMothersForTwoWhoAreCalledAsTheirChildrenAre() {
        assertEquals(Agreement.PARTLY, OtherLikeness.mother(child("Roussel", "Roussel"), child("Bernard", "Bernard")));
        assertEquals(Agreement.DIFFERENT, OtherLikeness.mother(child("Roussel", "Petit"), child("Bernard", "Bernard")));
    }

    @Test
    void findsTheGivenNameInTheOtherFieldOfAChildWithTheOtherParentsName() {
        var found = Comparison.of(
                record("Martin", List.of("Alice"), "Grondin"), record("Alice", List.of("Grondin"), "Grondin"));

        assertEquals(Agreement.PARTLY, found.in(Trait.FAMILY_NAME));
        assertEquals(Agreement.NEAR, found.in(Trait.GIVEN_NAMES));
    }

    private static Agreement given(List<String> one, List<String> other) {
        assertEquals(GivenLikeness.of(one, other), GivenLikeness.of(other, one));
        return GivenLikeness.of(one, other);
    }

    private static Agreement family(String one, String other) {
        return FamilyLikeness.of(child(one, null), child(other, null));
    }

    private static Traits child(String family, String mother) {
        return record(family, List.of("Élise"), mother);
    }

    private static Traits record(String family, List<String> given, String mother) {
        return new Traits(family, null, given, BORN, "female", null, mother, List.of(), null);
    }
}
