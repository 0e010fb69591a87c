package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Kleene's laws, over every combination. */
class TruthTest {
    @Test
    void whatIsUnknownStaysUnknownWhenNegated() {
        assertEquals(Truth.UNKNOWN, Truth.UNKNOWN.not());
    }

    @Test
    void oneFalseDecidesAnAndOneTrueDecidesAnOr() {
        for (var any : Truth.values()) {
            assertEquals(Truth.FALSE, Truth.FALSE.and(any));
            assertEquals(Truth.FALSE, any.and(Truth.FALSE));
            assertEquals(Truth.TRUE, Truth.TRUE.or(any));
            assertEquals(Truth.TRUE, any.or(Truth.TRUE));
        }
    }

    @Test
    void obeysDeMorganAndForgetsOrder() {
        for (var a : Truth.values()) {
            for (var b : Truth.values()) {
                assertEquals(a.and(b).not(), a.not().or(b.not()));
                assertEquals(a.and(b), b.and(a));
                assertEquals(a.or(b), b.or(a));
                assertEquals(a, a.and(a.or(b)));
            }
        }
    }

    @Test
    void isAssociativeAndDistributive() {
        for (var a : Truth.values()) {
            for (var b : Truth.values()) {
                for (var c : Truth.values()) {
                    assertEquals(a.and(b).and(c), a.and(b.and(c)));
                    assertEquals(a.and(b.or(c)), a.and(b).or(a.and(c)));
                }
            }
        }
    }

    @Test
    void learningSomethingNeverTurnsADecidedAnswer() {
        var random = new Random(20261123);
        for (var run = 0; run < 2_000; run++) {
            var before = new Truth[4];
            var after = new Truth[4];
            for (var i = 0; i < before.length; i++) {
                before[i] = Truth.values()[random.nextInt(3)];
                after[i] = before[i] == Truth.UNKNOWN ? Truth.values()[random.nextInt(3)] : before[i];
            }

            var asked = formula(before);

            if (asked != Truth.UNKNOWN) {
                assertEquals(asked, formula(after));
            }
        }
    }

    private static Truth formula(Truth... x) {
        return x[0].and(x[1].not()).or(x[2].and(x[3].or(x[0].not())));
    }
}
