package fr.genereferral.referral.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.likeness.Likeness.Outcome;
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
        assertEquals(Agreement.PARTLY, given(List.of("Alexandre-Jean"), List.of("Alexandre-Paul")));
    }

    @Test
    void takesTheFirstPartOfACompoundNameForTheWhole() {
        assertEquals(Agreement.NEAR, given(List.of("Alexandre-Jean"), List.of("Alexandre")));
        assertEquals(Agreement.NEAR, given(List.of("Jean-Baptiste"), List.of("Jaen")));
    }

    /** Each of two twins is called by the name that they have in common: it is the first in neither. */
    @Test
    void doesNotTakeOneFirstNameForTheSameWhereAllOthersDiffer() {
        assertEquals(Agreement.NEAR, given(List.of("Rose", "Élise"), List.of("Rose", "Camille")));
        assertEquals(Agreement.SAME, given(List.of("Rose", "Élise"), List.of("Rose", "Elize")));
    }

    @Test
    void takesAnInitialThatBeginsALaterNameForThatName() {
        assertEquals(Agreement.SAME, given(List.of("Élise", "Rose"), List.of("Élise", "R.")));
        assertEquals(Agreement.NEAR, given(List.of("Élise", "Rose"), List.of("Élise", "C.")));
    }

    /** Of two who have none yet nothing is in common; what follows may be the family name. */
    @Test
    void takesWhatStandsForAGivenNameForNone() {
        for (var none : List.of("Bébé", "BEBE 2", "Bébé Martin", "Nouveau-né", "sans prénom", "Jumelle", "J1", "X")) {
            assertEquals(Agreement.UNKNOWN, given(List.of(none), List.of(none)), none);
            assertEquals(Agreement.UNKNOWN, given(List.of(none, "Martin"), List.of("Alice")), none);
        }
        assertEquals(Agreement.SAME, given(List.of("Alice", "X"), List.of("Alice")));
        assertEquals(
                Outcome.POSSIBLE_TWINS,
                outcome(record("Martin", List.of("Bébé"), "Petit"), record("Martin", List.of("Bébé"), "Petit")));
    }

    @Test
    void takesNamesThatBeginAlikeForNames() {
        for (var name : List.of("Xavier", "Fillette", "Jules", "Babette", "Enfantine")) {
            assertEquals(Agreement.SAME, given(List.of(name), List.of(name)), name);
        }
        assertEquals(
                Outcome.PROBABLE,
                outcome(record("Martin", List.of("Xavier"), "Petit"), record("Martin", List.of("Xavier"), "Petit")));
    }

    /** What one of the two has more may be what tells twins apart. */
    @Test
    void warnsOfTwinsWhereOnlyOneBearsALaterName() {
        var one = record("Benali", List.of("Mohamed"), "Haddad");
        var more = record("Benali", List.of("Mohamed", "Yassine"), "Haddad");

        assertEquals(Outcome.POSSIBLE_TWINS, outcome(one, more));
        assertEquals(Outcome.PROBABLE, outcome(one, one));
        assertEquals(Outcome.PROBABLE, outcome(more, more));
        assertEquals(Outcome.PROBABLE, outcome(more, record("Benali", List.of("Mohamed Yassine"), "Haddad")));
        assertEquals(Outcome.POSSIBLE_TWINS, outcome(more, record("Mohamed", List.of("Benali"), "Haddad")));
        assertEquals(Outcome.POSSIBLE_TWINS, outcome(one, record("Mohamed", List.of("Benali", "Yassine"), "Haddad")));
    }

    @Test
    void doesNotWarnOfTwinsWhereTheyCannotBe() {
        var one = born(record("Benali", List.of("Mohamed"), "Haddad"), BORN, "44109");
        var more = record("Benali", List.of("Mohamed", "Yassine"), "Haddad");
        var ofAnother = record("Benali", List.of("Mohamed", "Yassine"), "Petit");

        assertTrue(Comparison.of(one, born(more, BORN.plusDays(1), "44109")).mayBeTwins());
        assertTrue(Comparison.of(one, born(more, BORN, "49007")).mayBeTwins());
        assertFalse(Comparison.of(one, born(more, BORN.plusMonths(5), "44109")).mayBeTwins());
        assertFalse(Comparison.of(one, born(ofAnother, BORN, "49007")).mayBeTwins());
    }

    /** A given name is borne by both sexes: by two children, or one whose sex was mistaken. */
    @Test
    void doesNotTakeABoyAndAGirlForOneChildWithoutAWarning() {
        var girl = record("Martin", List.of("Camille"), "Petit");
        var boy = new Traits("Martin", null, List.of("Camille"), BORN, "male", null, "Petit", List.of(), null);

        assertEquals(Outcome.PROBABLE, outcome(girl, girl));
        assertEquals(Outcome.POSSIBLE_TWINS, outcome(girl, boy));
    }

    /** What agrees is the family name, in the field of the given one. */
    @Test
    void doesNotTakeTwinsForOneChildWhoseNamesStandInEachOthersFieldAndAreAlike() {
        assertEquals(
                Outcome.POSSIBLE_TWINS,
                outcome(record("Léa", List.of("Martin"), "Petit"), record("Lola", List.of("Martin"), "Petit")));
    }

    @Test
    void takesNoCountryAndNothingUnknownForOnePlaceOfBirth() {
        var child = record("Martin", List.of("Alice"), null);

        assertEquals(Agreement.SAME, place(child, "44109", "44109"));
        assertEquals(Agreement.NEAR, place(child, "99350", "99350"));
        assertEquals(Agreement.DIFFERENT, place(child, "99350", "99351"));
        assertEquals(Agreement.UNKNOWN, place(child, "99999", "99999"));
        assertEquals(Agreement.UNKNOWN, place(child, "99999", "44109"));
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

    /** In either order. */
    @Test
    void findsNamesInEachOthersFieldBesideANameOfUseAndOtherGivenNames() {
        var used = new Traits("Martin", "Dupont", List.of("Alice"), BORN, "female", null, null, List.of(), null);
        var several = record("Martin", List.of("Rose", "Alice"), null);

        assertEquals(Outcome.POSSIBLE_TWINS, outcome(used, record("Alice", List.of("Dupont"), null)));
        assertEquals(Outcome.POSSIBLE_TWINS, outcome(several, record("Alice", List.of("Martin"), null)));
    }

    private static Outcome outcome(Traits one, Traits other) {
        var found = Likeness.of(one, other, Score.DAY);
        assertEquals(found, Likeness.of(other, one, Score.DAY));
        return found.outcome();
    }

    private static Agreement place(Traits child, String one, String other) {
        return Comparison.of(born(child, BORN, one), born(child, BORN, other)).in(Trait.BIRTH_PLACE);
    }

    private static Traits born(Traits like, LocalDate day, String place) {
        return new Traits(
                like.familyName(),
                null,
                like.givenNames(),
                day,
                like.sex(),
                place,
                like.motherBirthName(),
                List.of(),
                null);
    }

    private static Agreement given(List<String> one, List<String> other) {
        var ones = record("Martin", one, null).givenNames();
        var others = record("Martin", other, null).givenNames();
        assertEquals(GivenLikeness.of(ones, others), GivenLikeness.of(others, ones));
        return GivenLikeness.of(ones, others);
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
