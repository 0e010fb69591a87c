package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.Dossier.CopyNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and inputs as they are read, ordered and taken for known. */
class KnownValuesTest {
    private static final Input WEIGHT = Input.fact("body-weight");

    /** What is written in two ways is one value, and no number fills the memory. */
    @ParameterizedTest
    @CsvSource({
        "5.80, 5.8",
        "5.8, 5.8",
        "1E+2, 100",
        "100, 100",
        "0, 0",
        "0.00, 0",
        "123456789012345, 123456789012345",
        "1E-15, 0.000000000000001",
        "1E+20, 1000000000000000",
        "1E+999999999, 1000000000000000",
        "1E-20, 0",
        "1E-999999999, 0"
    })
    void aNumberIsReadPlainly(BigDecimal written, String read) {
        assertEquals(read, FactReader.plain(written).toPlainString());
        assertEquals(new BigDecimal(read), FactReader.plain(written));
    }

    @ParameterizedTest
    @CsvSource({
        "PRESENT, true",
        "ABSENT, true",
        "CONFLICTING, true",
        "PENDING, false",
        "NOT_DONE, false",
        "NOT_ASSESSABLE, false",
        "WITHHELD, false",
        "UNKNOWN, false"
    })
    void onlyWhatSomebodyFoundOutIsFound(FactState state, boolean found) {
        assertEquals(found, state.isFound());
    }

    @Test
    void inputsAreOrderedByKindCodeAndAssay() {
        var binding = Input.antibody("AAV9", Set.of("total-binding"), Set.of());
        var clinical = Input.antibody("AAV5", Set.of("neutralising"), Set.of("clinical-study"));
        var extended = Input.antibody("AAV5", Set.of("neutralising"), Set.of("extended"));
        var either = Input.antibody("AAV5", Set.of("total-binding", "neutralising"), Set.of());

        assertEquals(
                List.of(Input.fact("alt"), WEIGHT, either, clinical, extended, binding),
                List.copyOf(new TreeSet<>(List.of(binding, extended, either, WEIGHT, clinical, Input.fact("alt")))));
        assertEquals(0, clinical.compareTo(Input.antibody("AAV5", Set.of("neutralising"), Set.of("clinical-study"))));
        assertNotEquals(WEIGHT, Input.copyNumber("body-weight"));
        assertEquals(
                Input.Kind.DETECTION,
                Input.detection("AAV8", Set.of("neutralising")).kind());
    }

    @Test
    void guessesAreTakenTogether() {
        var weight = Reading.supposed(WEIGHT, BigDecimal.TEN, "kg", null);
        var infection = Reading.supposedAbsent(Input.fact("active-infection"));
        var one = Supposed.reading(WEIGHT, weight);
        var other = Supposed.reading(Input.fact("active-infection"), infection);
        var rule = Supposed.rule("G3", Truth.TRUE);

        assertEquals(
                Map.of(WEIGHT, weight, Input.fact("active-infection"), infection),
                one.and(other).readings());
        assertEquals(one, one.and(Supposed.NOTHING));
        assertEquals(one, Supposed.NOTHING.and(one));
        assertEquals(Map.of("G3", Truth.TRUE), one.and(rule).rules());
        assertEquals(Map.of(WEIGHT, weight), rule.and(one).readings());
        assertEquals(
                Map.of("G2", Truth.FALSE, "G3", Truth.TRUE),
                Supposed.rule("G2", Truth.FALSE).and(rule).rules());
    }

    @Test
    void anIntervalLiesWithinOneThatHoldsAllOfIt() {
        var four = Interval.of(Comparison.EQUAL, BigDecimal.valueOf(4));
        var fromFour = Interval.of(Comparison.AT_LEAST, BigDecimal.valueOf(4));
        var aboveFour = Interval.of(Comparison.MORE, BigDecimal.valueOf(4));
        var toFour = Interval.of(Comparison.AT_MOST, BigDecimal.valueOf(4));
        var belowFour = Interval.of(Comparison.LESS, BigDecimal.valueOf(4));
        var three = Interval.of(Comparison.EQUAL, BigDecimal.valueOf(3));

        assertTrue(four.isWithin(fromFour) && four.isWithin(toFour) && four.isWithin(four));
        assertFalse(four.isWithin(aboveFour) || four.isWithin(belowFour) || four.isWithin(three));
        assertTrue(aboveFour.isWithin(fromFour) && belowFour.isWithin(toFour));
        assertFalse(fromFour.isWithin(aboveFour) || toFour.isWithin(belowFour));
        assertTrue(aboveFour.isWithin(aboveFour) && belowFour.isWithin(belowFour));
        assertFalse(fromFour.isWithin(four) || toFour.isWithin(four) || fromFour.isWithin(toFour));
        assertTrue(three.isWithin(toFour) && three.isWithin(belowFour));
        assertFalse(three.isWithin(fromFour));
    }

    /** A number that is only awaited reports nothing of a gene. */
    @Test
    void aGeneIsReportedByAVariantOrACount() {
        var counted = Changed.of("sma-1-complete").dossier().genetics();
        var awaited = Changed.of("smn1-copies-pending").dossier().genetics();
        var named = Changed.of("g3-two-in-trans").dossier().genetics();

        assertTrue(counted.reports("HGNC:11117") && counted.reports("HGNC:11118"));
        assertFalse(counted.reports("HGNC:2719"));
        assertFalse(awaited.reports("HGNC:11117"));
        assertTrue(named.reports("HGNC:2719"));
    }

    @Test
    void aCountTakesTheReportOfTheOneInWhosePlaceItStands() {
        var own = count("HGNC:11117", null);

        assertEquals(
                "r2",
                own.fromReportOf(List.of(count("HGNC:11118", "r1"), count("HGNC:11117", "r2")))
                        .report());
        assertEquals(
                "r2", own.fromReportOf(List.of(own, count("HGNC:11117", "r2"))).report());
        assertEquals(own, own.fromReportOf(List.of(count("HGNC:11118", "r1"))));
        assertEquals(
                "r3",
                count("HGNC:11117", "r3")
                        .fromReportOf(List.of(count("HGNC:11117", "r2")))
                        .report());
    }

    /** Nothing of a patient stands in a log. */
    @Test
    void aDossierShowsItsDiseaseOnly() {
        assertEquals(
                "Dossier[ORPHA:83330]", Changed.of("sma-1-complete").dossier().toString());
    }

    private static CopyNumber count(String gene, String report) {
        return new CopyNumber(gene, 2, null, FactState.PRESENT, null, LocalDate.of(2026, 11, 8), null, report);
    }
}
