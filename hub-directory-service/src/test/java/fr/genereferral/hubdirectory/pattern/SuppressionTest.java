package fr.genereferral.hubdirectory.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.pattern.Suppression.Sum;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
    private static final int SMALLEST = 5;

    @Test
    void tellsEverythingWhereNothingIsSmall() {
        assertArrayEquals(new boolean[4], hidden(18, 8, 10, 0));
    }

    @Test
    void takesTheNextSmallestWithOneThatIsSmall() {
        assertArrayEquals(new boolean[] {false, true, false, true}, hidden(40, 2, 30, 8));
    }

    @Test
    void takesTheTotalWhereNothingElseIsLeft() {
        assertArrayEquals(new boolean[] {true, true, false, false}, hidden(3, 3, 0, 0));
    }

    /** 41 − 30 = 11 would be told of two, but 41 − 37 = 4 is too small. */
    @Test
    void doesNotTellASumThatIsTooSmall() {
        assertArrayEquals(new boolean[] {false, true, true, true}, hidden(41, 1, 3, 37));
    }

    /** Five reasons that are not 0 and 5 of them all: each would be 1. */
    @Test
    void doesNotTellASumOfWhichEachHasToBeOne() {
        assertArrayEquals(new boolean[] {true, true, true, true, true, true, false}, hidden(5, 1, 1, 1, 1, 1, 0));
        assertArrayEquals(new boolean[] {true, true, true, true, false}, hidden(7, 1, 3, 3, 0));
        assertArrayEquals(new boolean[] {false, true, true, false}, hidden(7, 3, 4, 0));
    }

    @Test
    void losesWhatIsLeastMissed() {
        var hidden = Suppression.of(
                new int[] {40, 2, 30, 8}, new int[] {0, 0, 0, 9}, List.of(new Sum(0, List.of(1, 2, 3))), SMALLEST);

        assertArrayEquals(new boolean[] {false, true, true, false}, hidden);
    }

    /** Two tables with one total: each alone seems safe. */
    @Test
    void seesThroughSeveralSumsTogether() {
        // x + y = 20 and x + y + z = 22 with all sums told: z follows from the two though each sum lacks two.
        var values = new int[] {20, 22, 12, 8, 2};
        var sums = List.of(new Sum(0, List.of(2, 3)), new Sum(1, List.of(2, 3, 4)));

        var hidden = Suppression.of(values, new int[5], sums, SMALLEST);

        assertTrue(hidden[4]);
        assertTrue(hidden[0] || hidden[1], "one of the totals has to go, or z is 22 - 20");
    }

    /** 450 crossed tables: what can be worked out is looked for in another way than by the code. */
    @ParameterizedTest
    @ValueSource(longs = {20261126, 7, 15})
    void leavesNothingToBeWorkedOut(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++) {
            var table = Crossed.drawn(random);

            var hidden = Suppression.of(table.values(), new int[table.values().length], table.sums(), SMALLEST);

            for (var cell = 0; cell < hidden.length; cell++) {
                var value = table.values()[cell];
                assertTrue(hidden[cell] || value == 0 || value >= SMALLEST, "seed " + seed + ", " + i);
                assertFalse(hidden[cell] && value == 0, "0 is told: seed " + seed + ", " + i);
                if (hidden[cell]) {
                    assertTrue(table.mayBeAnother(cell, hidden), "seed " + seed + ", " + i + ", cell " + cell);
                }
            }
        }
    }

    /** By enumeration, of tables in which much is 0 or 1: each cell that is not told may be another that is 1 at least. */
    @ParameterizedTest
    @ValueSource(longs = {20261127, 8, 16})
    void leavesNothingToBeWorkedOutByWhoeverKnowsThatNothingHiddenIsNothing(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++) {
            var table = Crossed.smallDrawn(random);

            var hidden = Suppression.of(table.values(), losses(table, random), table.sums(), SMALLEST);

            assertArrayEquals(hidden, table.movedByOneAtMost(hidden), "seed " + seed + ", " + i + ": " + table);
        }
    }

    /** The totals are not always the first to go, or little would be left to be worked out. */
    private static int[] losses(Crossed table, Random random) {
        return IntStream.range(0, table.values().length)
                .map(cell -> random.nextInt(4))
                .toArray();
    }

    private static boolean[] hidden(int... values) {
        var parts = IntStream.range(1, values.length).boxed().toList();
        assertEquals(values[0], parts.stream().mapToInt(p -> values[p]).sum());
        return Suppression.of(values, new int[values.length], List.of(new Sum(0, parts)), SMALLEST);
    }
}
