package fr.genereferral.bench.equity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void takesTheSmallestNumberThatTheShareDoesNotExceed() {
        var spread = Spread.of(10, 1, 9, 2, 8, 3, 7, 4, 6, 5);

        assertEquals(5, spread.median());
        assertEquals(9, spread.p90());
    }

    @Test
    void isZeroWhenAllAreEqualAndNearOneWhenOneHasEverything() {
        assertEquals(0, Spread.of(7, 7, 7, 7).gini(), 1e-9);
        assertEquals(0.75, Spread.of(0, 0, 0, 8).gini(), 1e-9);
        assertEquals(0, Spread.of(0, 0).gini());
    }
}
