package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void aBoundBelowSatisfiesEveryHigherLimit() {
        assertEquals(Truth.TRUE, decide(Comparison.LESS, 25, Comparison.AT_MOST, 50));
        assertEquals(Truth.TRUE, decide(Comparison.LESS, 50, Comparison.LESS, 50));
        assertEquals(Truth.FALSE, decide(Comparison.AT_MOST, 50, Comparison.MORE, 50));
    }

    @Test
    void aBoundAboveFailsEveryLowerLimit() {
        assertEquals(Truth.FALSE, decide(Comparison.MORE, 50, Comparison.AT_MOST, 50));
        assertEquals(Truth.TRUE, decide(Comparison.MORE, 50, Comparison.MORE, 50));
    }

    @Test
    void aBoundOnTheWrongSideDecidesNothing() {
        assertEquals(Truth.UNKNOWN, decide(Comparison.AT_LEAST, 25, Comparison.AT_MOST, 50));
        assertEquals(Truth.UNKNOWN, decide(Comparison.LESS, 100, Comparison.AT_MOST, 50));
        assertEquals(Truth.UNKNOWN, decide(Comparison.AT_LEAST, 50, Comparison.MORE, 50));
    }

    @Test
    void anExactValueDecidesEverything() {
        assertEquals(Truth.TRUE, decide(Comparison.EQUAL, 50, Comparison.EQUAL, 50));
        assertEquals(Truth.TRUE, decide(Comparison.EQUAL, 50, Comparison.AT_LEAST, 50));
        assertEquals(Truth.FALSE, decide(Comparison.EQUAL, 50, Comparison.LESS, 50));
    }

    @Test
    void moreThanACountIsAtLeastTheNext() {
        assertEquals(
                Truth.TRUE, Interval.ofCount(Comparison.MORE, 3).decide(Comparison.AT_LEAST, BigDecimal.valueOf(4)));
        assertEquals(Truth.TRUE, Interval.ofCount(Comparison.LESS, 1).decide(Comparison.AT_MOST, BigDecimal.ZERO));
    }

    /** Decided iff the answer is the same for every number that the stated bound leaves possible. */
    @Test
    void decidesIffEveryPossibleNumberAgrees() {
        for (var stated : Comparison.values()) {
            for (var asked : Comparison.values()) {
                for (var bound = 2; bound <= 8; bound++) {
                    assertEquals(byHand(stated, bound, asked), decide(stated, bound, asked, 5));
                }
            }
        }
    }

    private static Truth byHand(Comparison stated, int bound, Comparison asked) {
        var yes = false;
        var no = false;
        for (var tenth = -1_000; tenth <= 2_000; tenth++) {
            var number = BigDecimal.valueOf(tenth, 1);
            if (holds(number, stated, bound)) {
                yes |= holds(number, asked, 5);
                no |= !holds(number, asked, 5);
            }
        }
        return yes && no ? Truth.UNKNOWN : Truth.of(yes);
    }

    private static boolean holds(BigDecimal number, Comparison comparison, int limit) {
        var sign = number.compareTo(BigDecimal.valueOf(limit));
        return switch (comparison) {
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case EQUAL -> sign == 0;
            case AT_LEAST -> sign >= 0;
            case MORE -> sign > 0;
        };
    }

    private static Truth decide(Comparison stated, int bound, Comparison asked, int limit) {
        return Interval.of(stated, BigDecimal.valueOf(bound)).decide(asked, BigDecimal.valueOf(limit));
    }
}
