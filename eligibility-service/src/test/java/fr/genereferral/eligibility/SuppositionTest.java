package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.Dossier.Antibody;
import fr.genereferral.eligibility.Dossier.CopyNumber;
import fr.genereferral.eligibility.Dossier.Phase;
import fr.genereferral.eligibility.Dossier.StatedFact;
import fr.genereferral.eligibility.Supposition.Classification;
import fr.genereferral.eligibility.json.DossierReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppositionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate EARLIER = LocalDate.of(2026, 11, 1);

    @Test
    void aFactStandsInThePlaceOfAllStatementsOfItAndIsOfTheDay() {
        var dossier = dossier("ona-3-two-weights-the-later-counts");

        var supposed = new Supposition(List.of(weight(null), fact("alt", EARLIER)), null, null, null, null)
                .appliedTo(dossier, DAY);

        var weights = supposed.facts().stream()
                .filter(f -> f.code().equals("body-weight"))
                .toList();
        assertEquals(List.of(weight(DAY)), weights);
        assertEquals(
                List.of(fact("alt", EARLIER)),
                supposed.facts().stream().filter(f -> f.code().equals("alt")).toList());
        assertEquals(dossier.facts().size() - 1, supposed.facts().size());
        assertEquals(dossier.antibodies(), supposed.antibodies());
        assertEquals(dossier.genetics(), supposed.genetics());
    }

    @Test
    void aTitreStandsInThePlaceOfThoseOfItsSerotype() {
        var dossier = dossier("sma-1-complete");

        var supposed = new Supposition(null, List.of(titre("AAV9", null), titre("AAV8", EARLIER)), null, null, null)
                .appliedTo(dossier, DAY);

        assertEquals(List.of(titre("AAV9", DAY), titre("AAV8", EARLIER)), supposed.antibodies());
        assertEquals(dossier.facts(), supposed.facts());
    }

    @Test
    void aCountIsOfTheReportOfTheOneItReplacesUnlessItNamesAnother() {
        var dossier = dossier("sma-1-complete");
        var gene = dossier.genetics().copyNumbers().get(0).gene();

        var counts = new Supposition(null, null, List.of(count(gene, 1, null, null)), null, null)
                .appliedTo(dossier, DAY)
                .genetics()
                .copyNumbers();
        var ofAnother = new Supposition(null, null, List.of(count(gene, 1, EARLIER, "r9")), null, null)
                .appliedTo(dossier, DAY)
                .genetics()
                .copyNumbers();

        assertEquals(count(gene, 1, DAY, "r1"), counts.get(counts.size() - 1));
        assertEquals(2, counts.size());
        assertEquals(count(gene, 1, EARLIER, "r9"), ofAnother.get(ofAnother.size() - 1));
    }

    @Test
    void aVariantIsOfTheOtherClassFromThatDayOn() {
        var dossier = dossier("g2-pathogenic-and-vus-in-trans");
        var vus = dossier.genetics().variants().get(1);

        var variants = new Supposition(null, null, null, List.of(new Classification(vus.gene(), vus.hgvs(), 5)), null)
                .appliedTo(dossier, DAY)
                .genetics()
                .variants();

        assertEquals(dossier.genetics().variants().get(0), variants.get(0));
        assertEquals(5, variants.get(1).acmgClass());
        assertEquals(DAY, variants.get(1).classifiedOn());
        assertEquals(vus.zygosity(), variants.get(1).zygosity());
    }

    @Test
    void aPhaseStandsInThePlaceOfWhatWasSaidOfThePairInEitherOrder() {
        var dossier = dossier("g3-two-in-cis-fails");
        var pair = dossier.genetics().phases().get(0).variants();
        var turned = List.of(pair.get(1), pair.get(0));

        var phases = new Supposition(null, null, null, null, List.of(new Phase(turned, "trans")))
                .appliedTo(dossier, DAY)
                .genetics()
                .phases();

        assertEquals(List.of(new Phase(turned, "trans")), phases);
    }

    private static StatedFact weight(LocalDate day) {
        return new StatedFact(
                "body-weight", FactState.PRESENT, BigDecimal.ONE, "kg", null, day, null, "clinician", null);
    }

    private static StatedFact fact(String code, LocalDate day) {
        return new StatedFact(code, FactState.NOT_DONE, null, null, null, day, null, null, null);
    }

    private static Antibody titre(String serotype, LocalDate day) {
        return new Antibody(serotype, "neutralising", FactState.PRESENT, null, BigDecimal.TEN, null, null, day, null);
    }

    private static CopyNumber count(String gene, int copies, LocalDate day, String report) {
        return new CopyNumber(gene, copies, null, FactState.PRESENT, null, day, null, report);
    }

    private static Dossier dossier(String caseName) {
        return DossierReader.read(Samples.caseFile(caseName).get("dossier"));
    }
}
