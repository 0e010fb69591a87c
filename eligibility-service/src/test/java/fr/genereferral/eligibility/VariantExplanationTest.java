package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows about variants themselves say: which variant, which exons, what was demanded. */
class VariantExplanationTest {
    @Test
    void namesTheVariantThatWasAskedFor() {
        var named = Changed.of("len-complete").explanation("LEN", "LEN.1");

        assertEquals("named-variant", named.node());
        assertEquals(Truth.TRUE, named.truth());
        assertEquals("NC_012920.1:m.11778G>A", named.details().get("variant"));
        assertEquals(List.of("m.11778G>A"), named.demand().values());
        assertTrue(named.reading().isUsable());
        assertEquals(Input.variant("HGNC:7459"), named.reading().input());
    }

    @Test
    void namesTheOtherVariantThatWasFoundInItsPlace() {
        var other = Changed.of("len-1-another-nd4-variant-fails").explanation("LEN", "LEN.1");

        assertEquals(Truth.FALSE, other.truth());
        assertEquals("NC_012920.1:m.11253T>C", other.details().get("variant"));
        assertTrue(other.reading().isUsable());
    }

    @Test
    void ofSeveralOnlyTheOneAskedForIsNamed() {
        var both = Changed.of("len-complete")
                .with("/genetics/variants/- {\"gene\": \"HGNC:7459\", \"hgvs\": \"NC_012920.1:m.11253T>C\","
                        + " \"zygosity\": \"homoplasmic\", \"acmgClass\": 5, \"report\": \"r1\"}")
                .explanation("LEN", "LEN.1");

        assertEquals("NC_012920.1:m.11778G>A", both.details().get("variant"));
        assertEquals(Truth.TRUE, both.truth());
    }

    /** Only the named variant is enough; when all was looked at and another was found, it is another disease. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        len-complete | /genetics/variants/0/acmgClass 1 | FALSE
        len-complete | /genetics/variants/0/acmgClass 4 | TRUE
        len-1-another-nd4-variant-fails | /genetics/variants/0/acmgClass 3 | FALSE
        len-1-another-nd4-variant-fails | /genetics/variants/0/acmgClass 1 | FALSE
        len-1-another-nd4-variant-fails | /genetics/analysis {"scope": "partial"} | FALSE
        len-complete | /genetics/variants [] | UNKNOWN
        """)
    void theNamedVariantDecides(String name, String change, Truth truth) {
        assertEquals(
                truth, Changed.of(name).with(change).explanation("LEN", "LEN.1").truth());
    }

    /** One exon or one variant tested is not the whole gene: what was not looked at may be there. */
    @ParameterizedTest
    @CsvSource({"1, UNKNOWN", "3, UNKNOWN", "4, FALSE", "5, FALSE"})
    void aPartialAnalysisLeavesItOpenUnlessAnotherCauseWasFound(int acmgClass, Truth truth) {
        var partial = Changed.of("len-1-another-nd4-variant-fails")
                .with("/genetics/analysis {\"scope\": \"partial\"}")
                .with("/genetics/variants/0/acmgClass " + acmgClass);

        assertEquals(truth, partial.explanation("LEN", "LEN.1").truth());
    }

    /** Harmless variants do not keep it open; the part of the gene that nobody looked at does. */
    @Test
    void aPartialAnalysisIsWhatIsAskedForBesideHarmlessVariants() {
        var partial = Changed.of("len-1-another-nd4-variant-fails")
                .with("/genetics/analysis {\"scope\": \"partial\"}")
                .with("/genetics/variants/0/acmgClass 1")
                .explanation("LEN", "LEN.1");

        assertEquals(Shortfall.ANALYSIS_PARTIAL, partial.reading().shortfall());
    }

    @Test
    void aNameThatCannotBeUsedIsNoVariantThatWasLookedForOnlyWhenItIsBenign() {
        var unusable = "/genetics/variants/- {\"gene\": \"HGNC:7459\", \"hgvs\": \"G11778A\","
                + " \"zygosity\": \"homoplasmic\", \"acmgClass\": %d, \"report\": \"r1\"}";

        assertEquals(Truth.UNKNOWN, beside(unusable.formatted(5)));
        assertEquals(Truth.FALSE, beside(unusable.formatted(1)));
    }

    private static Truth beside(String variant) {
        return Changed.of("len-1-another-nd4-variant-fails")
                .with(variant)
                .explanation("LEN", "LEN.1")
                .truth();
    }

    @Test
    void namesTheExonsThatAreAffected() {
        var affected = Changed.of("gnt4-6-deletion-17-fails").explanation("GNT4", "GNT4.6");

        assertEquals("affected-exons", affected.node());
        assertEquals(Truth.TRUE, affected.truth());
        assertEquals("exon-deletion 17-17", affected.details().get("variant"));
        assertTrue(affected.details().get("exons").contains("17"), affected::toString);
        assertEquals(2, affected.demand().values().size());
        assertTrue(affected.reading().isUsable());
    }

    @Test
    void namesTheReadingFrame() {
        var shifted = frame(Changed.of("gnt4-complete"));
        var kept = frame(Changed.of("gnt4-5-deletion-45-47-in-frame-fails"));
        var open = frame(Changed.of("gnt4-5-splice-site-effect-not-stated"));

        assertEquals(Truth.TRUE, shifted.truth());
        assertEquals("true", shifted.details().get("frame"));
        assertEquals("exon-deletion 48-50", shifted.details().get("variant"));
        assertEquals(List.of("out-of-frame"), shifted.demand().values());
        assertEquals(Truth.FALSE, kept.truth());
        assertTrue(kept.reading().isUsable());
        assertEquals(Truth.UNKNOWN, open.truth());
        assertEquals(Shortfall.EFFECT_UNKNOWN, open.reading().shortfall());
    }

    /** What cannot be read has no exons to be named, and is named all the same. */
    @Test
    void namesAVariantWithoutExons() {
        var open = Changed.of("gnt4-5-deletion-without-exons-or-name").explanation("GNT4", "GNT4.6");

        assertEquals("", open.details().get("exons"));
        assertEquals("-", open.details().get("variant"));
        assertEquals(Shortfall.REFERENCE_UNUSABLE, open.reading().shortfall());
    }

    @Test
    void aBenignNameThatCannotBeUsedIsNotWhatIsAskedFor() {
        var open = Changed.of("gnt4-5-vus-deletion")
                .with("/genetics/variants/- {\"gene\": \"HGNC:2928\", \"hgvs\": \"c.433C>T\", \"acmgClass\": 1,"
                        + " \"zygosity\": \"hemizygous\", \"report\": \"r1\"}")
                .explanation("GNT4", "GNT4.6");

        assertEquals(Shortfall.CLASS_UNCERTAIN, open.reading().shortfall());
    }

    /** The row that restates the general rules shows them both while nothing is open, and else what is asked for. */
    @Test
    void aRowThatRestatesTheRulesShowsThem() {
        var decided = Changed.of("lum-complete").explanation("LUM", "LUM.1");
        var open = Changed.of("lum-1-two-phase-unknown").explanation("LUM", "LUM.1");
        var failed = Changed.of("lum-1-single-fails").explanation("LUM", "LUM.1");
        var reported = Changed.of("lum-1-no-report-is-g7-alone").explanation("LUM", "LUM.1");

        assertEquals(List.of("classification", "configuration"), nodes(decided));
        assertEquals(Truth.TRUE, decided.truth());
        assertEquals(List.of(), open.parts());
        assertEquals(Shortfall.PHASE_UNKNOWN, open.reading().shortfall());
        assertEquals(Truth.FALSE, failed.truth());
        assertEquals(List.of("classification", "configuration"), nodes(failed));
        assertEquals(Truth.TRUE, reported.truth());
        assertEquals(List.of("classification", "configuration"), nodes(reported));
    }

    /** Lost bases shift the frame unless they are a multiple of three; new ones that keep it may still spell a stop. */
    @ParameterizedTest
    @CsvSource({
        "c.7400del, TRUE",
        "c.7400_7401del, TRUE",
        "c.7400_7402del, FALSE",
        "c.7400dup, TRUE",
        "c.7400_7401dup, TRUE",
        "c.7400_7402dup, FALSE",
        "c.7400_7401insA, TRUE",
        "c.7400_7401insAC, TRUE",
        "c.7400_7401insACG, UNKNOWN",
        "c.7400_7401insACGT, TRUE",
        "c.7400delinsAC, TRUE",
        "c.7400_7401delinsAC, UNKNOWN",
        "c.7400_7402delinsA, TRUE",
        "c.7400_7402delinsAC, TRUE",
        "c.7400_7402delinsACGTAC, UNKNOWN",
        "c.7400_7401delinsACGT, TRUE",
        "c.7400A>G, UNKNOWN"
    })
    void theFrameFollowsFromTheBases(String change, Truth truth) {
        var variant = "/genetics/variants/0/hgvs \"NM_004006.3:" + change + "\"";

        assertEquals(
                truth,
                frame(Changed.of("gnt4-5-one-base-deleted").with(variant)).truth());
    }

    private static Explanation frame(Changed changed) {
        return changed.explanation("GNT4", "GNT4.5").parts().stream()
                .filter(part -> part.node().equals("out-of-frame"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> nodes(Explanation explanation) {
        return explanation.parts().stream().map(Explanation::node).toList();
    }
}
