package fr.genereferral.hubdirectory.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.pattern.RateDifference.Part;
import fr.genereferral.hubdirectory.pattern.RateDifference.Stratum;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateDifferenceTest {

    /** The eight examples of Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10, 95 %. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80,  0.0524, 0.3339",
        " 9, 10,  3, 10,  0.1705, 0.8090",
        " 6,  7,  2,  7,  0.0582, 0.8062",
        " 5, 56,  0, 29, -0.0381, 0.1926",
        " 0, 10,  0, 20, -0.1611, 0.2775",
        " 0, 10,  0, 10, -0.2775, 0.2775",
        "10, 10,  0, 20,  0.6791, 1.0000",
        "10, 10,  0, 10,  0.6075, 1.0000"
    })
    void isTheHybridScoreIntervalWhereThereIsOneStratum(int a, int m, int b, int n, double low, double high) {
        var difference = RateDifference.of(List.of(stratum(a, m, b, n)), 0.95);

        assertEquals((double) a / m - (double) b / n, difference.difference(), 1e-12);
        assertEquals(low, difference.low(), 0.00006);
        assertEquals(high, difference.high(), 0.00006);
    }

    /**
     * The trial of the University Group Diabetes Program, deaths under tolbutamide and placebo under and over 55 years: 0.045
     * crude, 0.035 with the weights of Mantel and Haenszel (Rothman and Greenland, Modern Epidemiology, chapter on stratified
     * analysis).
     */
    @Test
    void weighsStrataAsMantelAndHaenszelDo() {
        var young = stratum(8, 106, 5, 120);
        var old = stratum(22, 98, 16, 85);

        assertEquals(0.035, RateDifference.of(List.of(young, old), 0.95).difference(), 0.0005);
        assertEquals(
                0.045,
                RateDifference.of(List.of(stratum(30, 204, 21, 205)), 0.95).difference(),
                0.0005);
    }

    /** The far ones sent incomplete data more often, and incomplete data are declined more often wherever they come from. */
    @Test
    void findsNothingWhereCompletenessExplainsEverything() {
        var complete = stratum(4, 20, 16, 80);
        var incomplete = stratum(48, 80, 12, 20);

        assertEquals(0, RateDifference.of(List.of(complete, incomplete), 0.99).difference(), 1e-12);
        var pooled = RateDifference.of(List.of(stratum(52, 100, 28, 100)), 0.99);
        assertTrue(pooled.low() > 0, "looked at without strata there would be an alert");
    }

    /** Scenario 15: 40 % of the far, 8 % of the near, the same in both strata. */
    @Test
    void seesWhatIsLarge() {
        var difference = RateDifference.of(List.of(stratum(12, 30, 4, 50), stratum(8, 20, 2, 25)), 0.99);

        assertEquals(0.32, difference.difference(), 1e-12);
        assertEquals(0.40, difference.rate(), 1e-12);
        assertTrue(difference.low() > 0 && difference.high() < 0.6);
    }

    @Test
    void leavesOutAStratumThatComparesNothing() {
        var telling = stratum(12, 30, 4, 50);

        assertEquals(
                RateDifference.of(List.of(telling), 0.99),
                RateDifference.of(List.of(telling, stratum(7, 9, 0, 0), stratum(0, 0, 3, 3)), 0.99));
    }

    @Test
    void refusesMoreThanAll() {
        assertThrows(IllegalArgumentException.class, () -> new Part(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Part(-1, 2));
    }

    /** Every outcome of two small strata, each with its own rate, and no difference: worked out, not drawn. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.4", "0.3, 0.3", "0.5, 0.8", "0.05, 0.2"})
    void criesWolfSeldomHoweverFewThereAre(double first, double second) {
        var wolves = 0.0;
        for (var a = 0; a <= 6; a++) {
            for (var b = 0; b <= 8; b++) {
                for (var c = 0; c <= 5; c++) {
                    for (var d = 0; d <= 6; d++) {
                        var strata = List.of(stratum(a, 6, b, 8), stratum(c, 5, d, 6));
                        if (RateDifference.of(strata, 0.99).low() > 0) {
                            wolves += chance(a, 6, first)
                                    * chance(b, 8, first)
                                    * chance(c, 5, second)
                                    * chance(d, 6, second);
                        }
                    }
                }
            }
        }
        assertTrue(wolves < 0.01, "half a hundredth is meant, twice that for so few: " + wolves);
    }

    private static double chance(int cases, int all, double rate) {
        var ways = IntStream.rangeClosed(1, cases)
                .mapToDouble(i -> (double) (all - cases + i) / i)
                .reduce(1, (x, y) -> x * y);
        return ways * Math.pow(rate, cases) * Math.pow(1 - rate, all - cases);
    }

    private static Stratum stratum(int cases, int all, int against, int allAgainst) {
        return new Stratum(new Part(cases, all), new Part(against, allAgainst));
    }
}
