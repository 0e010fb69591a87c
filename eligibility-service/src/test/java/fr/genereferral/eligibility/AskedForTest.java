package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hospital is asked for when a criterion stays open: the input, and why what is there decides nothing. */
class AskedForTest {
    /** The general rules: the reports say something, and it is not enough. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        g2-homozygous-vus || G2 | variant | class-uncertain
        g2-class-not-stated || G2 | variant | class-uncertain
        g2-pathogenic-and-vus-phase-unknown || G3 | variant | phase-unknown
        g3-two-phase-unknown || G3 | variant | phase-unknown
        g3-two-phase-unknown | /genetics/analysis {"scope": "partial"} | G3 | variant | phase-unknown
        g3-single-heterozygous-partial-analysis || G3 | variant | analysis-partial
        g3-single-heterozygous-partial-analysis | /genetics/variants/0/acmgClass 1 | G3 | variant | analysis-partial
        g-nothing-reported-yet-is-missing || G3 | variant | not-stated
        g5-mosaic || G5 | variant | mosaic
        g6-no-version || G6 | variant | reference-unusable
        g7-not-signed || G7 | report | report-incomplete
        g7-no-report || G7 | report | report-incomplete
        """)
    void forWhatTheReportsLeaveOpen(String name, String change, String rule, String kind, String why) {
        assertEquals(kind + " HGNC:2719 " + why, asked(name, change, "UPS", rule));
    }

    @Test
    void forTheClassOfAnAlleleThatNoTableNames() {
        assertEquals(
                "variant HGNC:4827 allele-unclassed",
                asked("cas-tdt-1-homozygous-variant-of-no-table-is-missing", null, "CAS-TDT", "G3"));
        assertEquals(
                "variant HGNC:4827 phase-unknown", asked("cas-scd-1-s-and-beta0-phase-unknown", null, "CAS-SCD", "G3"));
    }

    /** SMN1: the copy number decides, and without it nothing else is asked for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        smn1-copies-missing-with-a-point-mutation || copy-number HGNC:11117 not-stated
        smn1-copies-pending || copy-number HGNC:11117 pending
        smn1-two-counts-of-one-day-conflict || copy-number HGNC:11117 conflicting
        smn1-at-most-1-copy-decides-nothing || copy-number HGNC:11117 bound-undecided
        smn1-two-copies-two-in-trans | /genetics/copyNumbers/0/copies 3 | copy-number HGNC:11117 copies-to-review
        smn1-two-copies-two-phase-unknown || variant HGNC:11117 phase-unknown
        smn1-one-copy-partial-analysis || variant HGNC:11117 analysis-partial
        """)
    void forTheCopiesOfAGeneThatIsCounted(String name, String change, String asked) {
        assertEquals(asked, asked(name, change, "ONA-IV", "G3"));
    }

    /** X-linked: a woman with one copy is for people to judge; in a male, the word of the laboratory is in doubt. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        wak-1-female-heterozygous || variant HGNC:12731 carrier-to-review
        wak-1-sex-not-stated-heterozygous || patient sex not-stated
        wak-1-sex-not-stated-heterozygous | /sex "unknown" | patient sex unknown
        wak-complete | /genetics/variants/0/zygosity "heterozygous" | variant HGNC:12731 zygosity-unclear
        wak-complete | /genetics/variants [] | variant HGNC:12731 not-stated
        """)
    void forWhatIsOpenOnX(String name, String change, String asked) {
        assertEquals(asked, asked(name, change, "WAK", "G3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        len-1-vus || LEN | LEN.1 | variant HGNC:7459 class-uncertain
        len-1-another-reference || LEN | LEN.1 | variant HGNC:7459 reference-unusable
        len-1-nothing-reported-yet || LEN | LEN.1 | variant HGNC:7459 not-stated
        gnt4-5-mosaic-deletion || GNT4 | GNT4.6 | variant HGNC:2928 mosaic
        gnt4-5-vus-deletion || GNT4 | GNT4.6 | variant HGNC:2928 class-uncertain
        gnt4-6-deep-in-intron-44-is-unknown || GNT4 | GNT4.6 | variant HGNC:2928 effect-unknown
        gnt4-5-deletion-without-exons-or-name || GNT4 | GNT4.6 | variant HGNC:2928 reference-unusable
        lum-1-two-phase-unknown || LUM | LUM.1 | variant HGNC:341 phase-unknown
        lum-1-pathogenic-and-vus-in-trans || LUM | LUM.1 | variant HGNC:341 class-uncertain
        lum-1-protein-only || LUM | LUM.1 | variant HGNC:341 reference-unusable
        """)
    void forAVariantThatARowOfThePackLooksAt(
            String name, String change, String therapy, String criterion, String asked) {
        assertEquals(asked, asked(name, change, therapy, criterion));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ona-3-weight-missing || ONA-IV | ONA-IV.3b | fact body-weight not-stated
        ona-3-weight-15-days-under-2-years-is-stale || ONA-IV | ONA-IV.3b | fact body-weight stale
        ona-3-weight-undated-cannot-be-counted || ONA-IV | ONA-IV.3b | fact body-weight undated
        ona-3-two-weights-of-one-day-conflict || ONA-IV | ONA-IV.3b | fact body-weight conflicting
        ona-4-type-not-assessable-is-missing || ONA-IV | ONA-IV.4 | fact sma-clinical-type not-assessable
        ona-5-bound-below-100-decides-nothing || ONA-IV | ONA-IV.5 | antibody AAV9 bound-undecided
        ona-5-kind-of-assay-not-stated || ONA-IV | ONA-IV.5 | antibody AAV9 assay-not-stated
        ona-5-negative-without-titre-is-missing || ONA-IV | ONA-IV.5 | antibody AAV9 titre-not-stated
        hem-7-generation-not-stated-is-missing || HEM | HEM.7 | antibody AAV5 assay-not-stated
        gnt4-7-total-binding-positive-is-missing || GNT4 | GNT4.7 | antibody AAV8 assay-not-stated
        gnt4-complete | /antibodies/0/result | GNT4 | GNT4.7 | antibody AAV8 titre-not-stated
        len-2-onset-that-never-came-is-missing || LEN | LEN.2 | fact vision-loss-onset not-stated
        """)
    void forAFactOrAResult(String name, String change, String therapy, String criterion, String asked) {
        assertEquals(asked, asked(name, change, therapy, criterion));
    }

    @Test
    void forAllThatTogetherLeaveARowOpen() {
        assertEquals(
                "fact dystrophin-effect not-stated, variant HGNC:2928 effect-unknown",
                asked("gnt4-5-splice-site-effect-not-stated", null, "GNT4", "GNT4.5"));
        assertEquals(
                "fact pregnancy not-stated, patient sex unknown",
                asked("cas-scd-cas-4-sex-unknown-and-pregnancy-missing", null, "CAS-SCD", "CAS.4"));
    }

    /** A weight that is absent is as good as none. */
    @ParameterizedTest
    @CsvSource({
        "withheld, withheld",
        "not-done, not-done",
        "not-assessable, not-assessable",
        "pending, pending",
        "conflicting, conflicting",
        "unknown, unknown",
        "absent, unknown"
    })
    void forAFactThatNobodyFoundOut(String state, String why) {
        var stated = "/facts/- {\"code\": \"body-weight\", \"state\": \"" + state + "\"}";

        assertEquals("fact body-weight " + why, asked("ona-3-weight-missing", stated, "ONA-IV", "ONA-IV.3b"));
    }

    private static String asked(String name, String change, String therapy, String criterion) {
        var changed = Changed.of(name);
        if (change != null) {
            changed.with(change);
        }
        return changed.verdict(therapy).missing().stream()
                .filter(missing -> missing.id().equals(criterion))
                .flatMap(missing -> missing.inputs().stream())
                .map(r -> r.input().kind() + " " + r.input().code() + " " + r.shortfall())
                .collect(Collectors.joining(", "));
    }
}
