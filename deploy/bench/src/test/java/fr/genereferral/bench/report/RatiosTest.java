package fr.genereferral.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RatiosTest {
    private final Ratios ratios = new Ratios();

    @Test
    void takesTheMedianOfTheRatiosNotTheRatioOfTheMeans() {
        ratios.add(1000, 500, 0, false);
        ratios.add(100, 90, 0, false);
        ratios.add(1000, 600, 0, false);

        assertEquals(0.6, ratios.median());
        assertEquals("0.60 (0.50 to 0.90 in 3 rounds)", ratios.headline());
    }

    @Test
    void leavesBusyRoundsOutOfTheHeadlineButShowsThem() {
        ratios.add(1000, 500, 0.01, false);
        ratios.add(1000, 900, 0.4, true);

        assertEquals(0.5, ratios.median());
        assertEquals("2 | 1000 | 900 | 0.900 | 40 % (busy)", ratios.rows().get(1));
    }

    @Test
    void saysWhenThereWasNoQuietRound() {
        ratios.add(1000, 500, 0.4, true);

        assertEquals("0.50 (0.50 to 0.50 in 1 rounds, **all of them busy**)", ratios.headline());
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertEquals(2.5, Ratios.median(4, 1, 3, 2));
    }
}
