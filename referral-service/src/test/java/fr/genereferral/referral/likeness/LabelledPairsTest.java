package fr.genereferral.referral.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pairs on which the comparison of children is measured: the same ones each time, as the lists say. */
class LabelledPairsTest {
    private static final List<Pair> TUNING = LabelledPairs.forTuning();
    private static final List<Pair> KEPT_BACK = LabelledPairs.keptBack();

    @Test
    void areTheSameEachTime() {
        assertEquals(KEPT_BACK.subList(0, 500), LabelledPairs.drawnAgain(500));
    }

    @Test
    void areTwoHalvesThatHaveNothingInCommon() {
        assertEquals(5_000, TUNING.size());
        assertEquals(5_000, KEPT_BACK.size());
        assertTrue(Collections.disjoint(new HashSet<>(TUNING), KEPT_BACK));
    }

    @Test
    void areOfEachKindAsOftenAsTheListSays() {
        var shares = Rates.of("pairs.csv");

        for (var half : List.of(TUNING, KEPT_BACK)) {
            var many = half.stream().collect(Collectors.groupingBy(Pair::kind, Collectors.counting()));
            for (var kind : Pair.Kind.values()) {
                assertEquals(shares.rate(kind), many.get(kind) / 5_000.0, 0.02, kind.name());
            }
        }
        var all = Arrays.stream(Pair.Kind.values()).mapToDouble(shares::rate).sum();
        assertEquals(1, all, 1e-9);
    }

    @Test
    void namesASourceOrAConventionForEachRate() {
        for (var file : List.of("errors.csv", "pairs.csv")) {
            for (var line : Rates.lines(file)) {
                var cells = line.split(";");
                assertTrue(cells[cells.length - 1].length() > 3, line);
            }
        }
    }

    /** Two writings of one child are seldom alike letter by letter: else there would be nothing to measure. */
    @Test
    void writesMostChildrenDifferentlyTwice() {
        var same = TUNING.stream().filter(Pair::isSame).toList();
        var alike =
                same.stream().filter(pair -> pair.one().equals(pair.other())).count();

        assertTrue(alike < same.size() / 20, alike + " of " + same.size());
    }

    @Test
    void neverGivesTwinsTheSameNames() {
        for (var pair : TUNING) {
            if (pair.kind().isTwins()
                    && !pair.one().givenNames().isEmpty()
                    && !pair.other().givenNames().isEmpty()) {
                assertNotEquals(pair.one(), pair.other());
            }
        }
    }
}
