package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Criterion.Kind;
import fr.genereferral.eligibility.Criterion.Layer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row does to a verdict, by its kind, its layers and its days. */
class CriterionTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);
    private static final Expression ALWAYS = new Leaf.Always();

    @ParameterizedTest
    @CsvSource({
        "REQ, TRUE, SATISFIED",
        "REQ, FALSE, FAILS",
        "REQ, UNKNOWN, MISSING",
        "EXC, TRUE, FAILS",
        "EXC, FALSE, SATISFIED",
        "EXC, UNKNOWN, MISSING",
        "TEMP, TRUE, DEFERS",
        "TEMP, FALSE, SATISFIED",
        "TEMP, UNKNOWN, MISSING",
        "WARN, TRUE, WARNS",
        "WARN, FALSE, NONE",
        "WARN, UNKNOWN, NONE"
    })
    void whatARowDoesDependsOnItsKind(Kind kind, Truth truth, Effect effect) {
        assertEquals(effect, row(kind, Set.of(Layer.AMM), ALWAYS).effect(truth));
    }

    /** Only the authorisation counts for Europe; where it may be given and whether it can be had count for nobody. */
    @ParameterizedTest
    @CsvSource({"AMM, true, true", "FR, true, false", "TRIAL, true, false", "ORG, false, false", "ACCESS, false, false"
    })
    void whomARowCountsForDependsOnItsLayer(Layer layer, boolean france, boolean europe) {
        var row = row(Kind.REQ, Set.of(layer), ALWAYS);

        assertEquals(france, row.countsForFrance());
        assertEquals(europe, row.countsForEurope());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, false",
        "2026-03-01, true",
        "2026-03-15, true",
        "2026-03-31, true",
        "2026-04-01, false",
    })
    void aRowIsInForceFromItsFirstDayToItsLast(LocalDate day, boolean inForce) {
        assertEquals(inForce, between(FROM, UNTIL).isInForce(day));
        assertEquals(inForce || day.isAfter(UNTIL), between(FROM, null).isInForce(day));
        assertEquals(inForce || day.isBefore(FROM), between(null, UNTIL).isInForce(day));
        assertTrue(between(null, null).isInForce(day));
        assertEquals(inForce, between(FROM, UNTIL).isJudgedOn(day));
    }

    @Test
    void aRowWithoutARuleIsOfRecordUnlessAnotherRowSpeaksForIt() {
        assertTrue(row(Kind.REQ, Set.of(Layer.TRIAL), null).isOfRecord());
        assertFalse(row(Kind.REQ, Set.of(Layer.TRIAL), ALWAYS).isOfRecord());
        assertFalse(row(Kind.REQ, Set.of(Layer.ORG), null).isOfRecord());
        assertFalse(row(Kind.REQ, Set.of(Layer.ACCESS), null).isOfRecord());
        assertFalse(reported(List.of("G2")).isOfRecord());
        assertFalse(row(Kind.REQ, Set.of(Layer.TRIAL), null).isJudgedOn(FROM));
    }

    /** It says the same as G2 and G3; the reports and the names of variants are judged for themselves. */
    @Test
    void onlyARowAboutTheGeneticsRestatesTheRulesOfTheirConfiguration() {
        var demand = new GeneticDemand(
                List.of("HGNC:341"),
                GeneticDemand.Kind.BIALLELIC,
                Map.of(),
                new GeneticDemand.Alleles(Set.of(), Set.of()),
                false);
        var restating = row(Kind.REQ, Set.of(Layer.AMM), new VariantLeaf.Genetics(demand));

        assertTrue(restating.restates("G2") && restating.restates("G3"));
        assertFalse(restating.restates("G5") || restating.restates("G6") || restating.restates("G7"));
        assertFalse(row(Kind.REQ, Set.of(Layer.AMM), ALWAYS).restates("G3"));
        assertFalse(row(Kind.REQ, Set.of(Layer.AMM), null).restates("G3"));
    }

    @Test
    void aGeneralRuleIsOfTheAuthorisationAndAFlagOfNoLayer() {
        var text = new Bilingual("a", "b");

        assertEquals(
                Set.of(Layer.AMM), Criterion.genetic("G3", Kind.REQ, text, null).layers());
        assertEquals(Set.of(), Criterion.genetic("G7.W1", Kind.WARN, text, null).layers());
        assertEquals("G3", Criterion.genetic("G3", Kind.REQ, text, null).id());
    }

    @Test
    void effectsAndAccessAreWrittenInSmallLetters() {
        assertEquals("satisfied", Effect.SATISFIED.toString());
        assertEquals("hub", RulePack.Routing.HUB.toString());
        assertEquals("none", RulePack.Routing.NONE.toString());
    }

    private static Criterion row(Kind kind, Set<Layer> layers, Expression expression) {
        return new Criterion("X.1", layers, kind, null, null, expression, null, null, null, null, null);
    }

    private static Criterion reported(List<String> as) {
        return new Criterion("X.1", Set.of(Layer.AMM), Kind.REQ, null, null, null, null, null, as, null, null);
    }

    private static Criterion between(LocalDate from, LocalDate until) {
        return new Criterion("X.1", Set.of(Layer.AMM), Kind.REQ, null, null, ALWAYS, null, null, null, from, until);
    }
}
