package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.json.DossierReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which class of a variant counts when somebody has found another one since. */
class ClassificationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 10);
    private static final String NAMED = "c.271C>T";

    private final ObjectNode given = Samples.caseFile("lux-1-compound-heterozygous-in-trans");

    @Test
    void aLaterFindingCountsInThePlaceOfWhatWasReported() {
        report(3, DAY.minusDays(30));

        assertEquals(Verdict.NEEDS_INFO, verdict().fr().verdict());
        assertEquals(Verdict.ELIGIBLE, verdict(of(1, 5, DAY)).fr().verdict());
        assertEquals(
                Verdict.NOT_ELIGIBLE,
                verdict(of(1, 5, DAY.minusDays(1)), of(2, 1, DAY)).fr().verdict());
    }

    @Test
    void whatWasReportedLaterCountsInThePlaceOfAnEarlierFinding() {
        report(3, DAY);

        assertEquals(
                Verdict.NEEDS_INFO, verdict(of(1, 5, DAY.minusDays(1))).fr().verdict());
    }

    @Test
    void twoClassesOfOneDayLeaveItUncertain() {
        report(5, DAY);

        assertEquals(Verdict.NEEDS_INFO, verdict(of(1, 1, DAY)).fr().verdict());
        assertEquals(Verdict.ELIGIBLE, verdict(of(1, 5, DAY)).fr().verdict());
        assertEquals(
                Verdict.NEEDS_INFO, verdict(of(1, 5, DAY), of(2, 2, DAY)).fr().verdict());
    }

    @Test
    void aClassWithoutADayIsAsOldAsItsReport() {
        report(5, null);

        assertEquals(
                Verdict.ELIGIBLE, verdict(of(1, 3, SIGNED.minusDays(1))).fr().verdict());
        assertEquals(Verdict.NEEDS_INFO, verdict(of(1, 3, SIGNED)).fr().verdict());
        assertEquals(
                Verdict.NEEDS_INFO, verdict(of(1, 3, SIGNED.plusDays(1))).fr().verdict());
    }

    @Test
    void ofAClassThatNobodyDatesNobodyKnowsWhetherItIsNewer() {
        report(5, null);
        given.at("/dossier/genetics/reports").forEach(report -> ((ObjectNode) report).remove("signedOn"));

        assertEquals(List.of("G2", "G7"), verdict(of(1, 3, DAY)).fr().missing());
        assertEquals(List.of("G7"), verdict(of(1, 5, DAY)).fr().missing());
    }

    @Test
    void knowsWhatHadBeenFoundByADay() {
        var found = new Classifications(List.of(of(1, 3, DAY), of(2, 4, DAY.plusDays(2)), of(3, 5, DAY)));

        assertEquals(1, found.lastBy(DAY.plusDays(1)));
        assertEquals(3, found.lastBy(DAY.plusDays(2)));
        assertEquals(0, found.lastBy(DAY.minusDays(1)));
    }

    @Test
    void aSuppositionStandsAgainstAFindingOfTheSameDay() {
        report(3, DAY.minusDays(30));
        var supposed = new Supposition(
                null,
                null,
                null,
                List.of(new Supposition.Classification("HGNC:10294", "NM_000329.3:" + NAMED, 5)),
                null);
        var rules = supposed.over(rules(of(1, 3, DAY)));
        var dossier = supposed.appliedTo(DossierReader.read(given.get("dossier")), DAY);

        var assessed = new Assessor(rules).assess(dossier, List.of("LUX"), DAY);

        assertEquals(Verdict.ELIGIBLE, assessed.verdicts().get(0).fr().verdict());
    }

    @Test
    void aFindingOfALaterDayDoesNotCountYet() {
        report(3, DAY.minusDays(30));

        assertEquals(Verdict.NEEDS_INFO, verdict(of(1, 5, DAY.plusDays(1))).fr().verdict());
        assertEquals(List.of(), assessed(of(1, 5, DAY.plusDays(1))).classifications());
    }

    @Test
    void anAssessmentNamesWhatWasFoundOfItsVariants() {
        report(3, DAY.minusDays(30));
        var other = new Classification(2, "HGNC:10294", "c.3G>A", "", 5, DAY, "PMID:1", Instant.EPOCH);

        assertEquals(List.of(of(1, 5, DAY)), assessed(of(1, 5, DAY), other).classifications());
    }

    private void report(int acmgClass, LocalDate on) {
        for (var variant : given.at("/dossier/genetics/variants")) {
            if (variant.path("hgvs").asText().endsWith(NAMED)) {
                ((ObjectNode) variant)
                        .put("acmgClass", acmgClass)
                        .put("classifiedOn", on == null ? null : on.toString());
            }
        }
    }

    private static Classification of(long number, int acmgClass, LocalDate on) {
        return new Classification(
                number, "HGNC:10294", NAMED, "NM_000329.3:" + NAMED, acmgClass, on, "PMID:1", Instant.EPOCH);
    }

    private TherapyVerdict verdict(Classification... found) {
        return assessed(found).verdicts().stream()
                .filter(v -> v.pack().therapy().equals("LUX"))
                .findFirst()
                .orElseThrow();
    }

    private Assessment assessed(Classification... found) {
        return new Assessor(rules(found)).assess(DossierReader.read(given.get("dossier")), List.of("LUX"), DAY);
    }

    private static RulesInForce rules(Classification... found) {
        var knowledge = Packs.shipped().knowledge().with(new Classifications(Arrays.asList(found)));
        return new RulesInForce(Packs.shipped().all(), knowledge);
    }
}
