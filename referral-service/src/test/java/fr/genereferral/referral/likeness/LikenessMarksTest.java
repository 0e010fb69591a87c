package fr.genereferral.referral.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.likeness.Likeness.Outcome;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is worth a comparison is found without anything that could be read. */
class LikenessMarksTest {
    private static final LikenessMarks MARKS = new LikenessMarks(framed -> framed);
    private static final List<Pair> PAIRS = LabelledPairs.forTuning();

    /** Of those that the comparison would take for one child; on what is for tuning, as the other half was scored once. */
    @Test
    void findsNearlyEverybodyWhomTheComparisonWouldFind() {
        var weights = Weights.on(Score.DAY);
        var alike = PAIRS.stream()
                .filter(Pair::isSame)
                .filter(pair -> Likeness.of(Recorded.compared(pair), weights).outcome() != Outcome.DIFFERENT)
                .toList();

        var met = alike.stream().filter(Score::meet).count();

        assertTrue(met >= 0.995 * alike.size(), met + " of " + alike.size());
    }

    @Test
    void doesNotBringStrangersTogether() {
        var strangers = PAIRS.stream()
                .filter(pair -> pair.kind() == Pair.Kind.STRANGERS)
                .toList();

        var met = strangers.stream().filter(Score::meet).count();

        assertTrue(met <= 0.05 * strangers.size(), met + " of " + strangers.size());
    }

    @Test
    void leavesSomeTenForEachChild() {
        var many = PAIRS.stream().mapToInt(pair -> of(pair.one()).size()).summaryStatistics();

        assertTrue(many.getAverage() <= 10, many::toString);
        assertTrue(many.getMax() <= 60, many::toString);
    }

    @Test
    void findsAChildOfWhomBothNamesAreMisspelledByItsPlaceAndDay() {
        var one = born("Thomas", "Rose", LocalDate.of(2019, 11, 2), "75112");

        assertFalse(Collections.disjoint(one, born("Tmohmas", "Rsoe", LocalDate.of(2019, 11, 2), "75056")));
        assertTrue(Collections.disjoint(one, born("Tmohmas", "Rsoe", LocalDate.of(2019, 11, 2), "44109")));
    }

    @Test
    void findsAChildOfWhomOneNameAndTheDayAreOtherByTheOtherNameAndItsPlace() {
        var one = born("Thomas", "Rose", LocalDate.of(2019, 11, 2), "44109");

        assertFalse(Collections.disjoint(one, born("Tmohmas", "Rose", LocalDate.of(2019, 1, 1), "44109")));
        assertFalse(Collections.disjoint(one, born("Thomas", "Rsoe", LocalDate.of(2019, 1, 1), "44109")));
        assertTrue(Collections.disjoint(one, born("Tmohmas", "Rose", LocalDate.of(2021, 1, 1), "44109")));
    }

    /** Or a hospital could ask for a child of whom it knows no name, and every newborn without one would be taken for others. */
    @Test
    void doesNotFindAChildOfWhomNoNameIsGivenByItsPlaceAndDay() {
        var day = LocalDate.of(2019, 11, 2);
        var child = born("Thomas", "Rose", day, "44109");

        for (var nobody : List.of(
                born(null, List.of(), day, "44109"),
                born("Xqzw", List.of(), day, "44109"),
                born("Xqzw", List.of("Bébé"), day, "44109"),
                born("Xqzw", List.of(" -"), day, "44109"))) {
            assertTrue(Collections.disjoint(child, nobody));
        }
        assertEquals(Set.of(), born(null, List.of(), day, "44109"));
        assertFalse(Collections.disjoint(child, born("Thomas", List.of(), day, "44109")));
    }

    @Test
    void doesNotFindAChildByWhatStandsForAName() {
        var day = LocalDate.of(2019, 11, 2);

        assertTrue(Collections.disjoint(born("Thomas", "Bébé", day, null), born("Petit", "Bébé", day, null)));
        assertFalse(Collections.disjoint(born("Thomas", "Xavier", day, null), born("Petit", "Xavier", day, null)));
    }

    /** Too many who bear one name are born there. */
    @Test
    void doesNotFindAChildByItsNameAndACountryOrAnUnknownPlace() {
        for (var place : List.of("99350", "99999")) {
            assertTrue(
                    Collections.disjoint(
                            born("Thomas", "Rose", LocalDate.of(2019, 11, 2), place),
                            born("Thomas", "Manon", LocalDate.of(2019, 5, 7), place)),
                    place);
        }
        assertTrue(Collections.disjoint(
                born("Thomas", "Rose", LocalDate.of(2019, 11, 2), "99999"),
                born("Petit", "Manon", LocalDate.of(2019, 11, 2), "99999")));
    }

    @Test
    void hasNoneForARecordThatSaysNothing() {
        var bare = new Traits(null, null, List.of(), null, null, null, null, List.of(), null);

        assertEquals(Set.of(), MARKS.of(bare));
    }

    private static Set<String> born(String family, String given, LocalDate day, String place) {
        return born(family, List.of(given), day, place);
    }

    private static Set<String> born(String family, List<String> given, LocalDate day, String place) {
        return MARKS.of(new Traits(family, null, given, day, null, place, null, List.of(), null));
    }

    private static Set<String> of(Written written) {
        return MARKS.of(Recorded.of(written));
    }
}
