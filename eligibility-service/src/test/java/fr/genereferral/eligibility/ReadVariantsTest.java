package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reports come to when a name says more than one thing, or something else than the field beside it. */
class ReadVariantsTest {
    /** One change named for both alleles is homozygous; named twice for one allele it is one; both is neither. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        c.[714+4A>T];[714+4A>T] || ELIGIBLE
        c.[714+4A>T];[714+4A>T] | "homozygous" | ELIGIBLE
        c.[714+4A>T];[714+4A>T] | "heterozygous" | NEEDS_INFO
        c.[714+4A>T];[714+4A>T] | "mosaic" | NEEDS_INFO
        c.[714+4A>T;714+4A>T] || NOT_ELIGIBLE
        c.[714+4A>T;714+4A>T] | "heterozygous" | NOT_ELIGIBLE
        c.[714+4A>T;714+4A>T] | "homozygous" | NEEDS_INFO
        """)
    void oneChangeNamedTwice(String change, String zygosity, Verdict verdict) {
        assertEquals(verdict, named(change, zygosity).verdict("UPS").fr().verdict());
    }

    @ParameterizedTest
    @CsvSource({"\"heterozygous\", G3", "\"homozygous\", ''", "\"mosaic\", G5"})
    void oneChangeNamedForBothAllelesBesideAField(String zygosity, String missing) {
        assertEquals(
                missing,
                String.join(
                        ",",
                        named("c.[714+4A>T];[714+4A>T]", zygosity)
                                .verdict("UPS")
                                .fr()
                                .missing()));
    }

    /** Uncertain, a deletion is no loss: only class 4 and 5 count, and a class that nobody named refuses nothing. */
    @ParameterizedTest
    @CsvSource({"5, ELIGIBLE", "4, ELIGIBLE", "3, NEEDS_INFO", "1, NEEDS_INFO"})
    void aDeletionOfTheCountedExonCountsAsALossOfBothCopies(int acmgClass, Verdict verdict) {
        var deletion = Changed.of("smn1-homozygous-exon-7-deletion-is-no-copy")
                .with("/genetics/variants/0/acmgClass " + acmgClass);

        assertEquals(verdict, deletion.verdict("ONA-IV").fr().verdict());
    }

    @Test
    void aDeletionOfOneCopyOnlySaysNothingOfTheOther() {
        var deletion = Changed.of("smn1-homozygous-exon-7-deletion-is-no-copy")
                .with("/genetics/variants/0/zygosity \"heterozygous\"");

        assertEquals(List.of("G3"), deletion.verdict("ONA-IV").fr().missing());
    }

    /** A deletion found on both copies and a count of one cannot both be true. */
    @Test
    void aDeletionThatContradictsTheCountIsInQuestion() {
        var deletion = Changed.of("smn1-homozygous-exon-7-deletion-is-no-copy")
                .with("/genetics/copyNumbers/- {\"gene\": \"HGNC:11117\", \"copies\": 1, \"state\": \"present\","
                        + " \"date\": \"2026-11-08\", \"report\": \"r1\"}");

        var missing = deletion.verdict("ONA-IV").missing();

        assertEquals(
                List.of(Shortfall.CONFLICTING),
                missing.stream()
                        .flatMap(m -> m.inputs().stream())
                        .map(Reading::shortfall)
                        .toList());
    }

    /** Every report that a result of the gene comes from has to be complete, a count's as well. */
    @Test
    void theReportOfACountHasToBeComplete() {
        var unsigned = "/genetics/reports/- {\"id\": \"r2\", \"laboratory\": \"L\", \"accreditation\": \"8-0000\","
                + " \"signed\": false, \"signedOn\": \"2026-11-10\"}";

        assertEquals(
                List.of("G7"),
                Changed.of("sma-1-complete")
                        .with(unsigned)
                        .with("/genetics/copyNumbers/0/report \"r2\"")
                        .verdict("ONA-IV")
                        .fr()
                        .missing());
        assertEquals(
                List.of(),
                Changed.of("sma-1-complete")
                        .with(unsigned)
                        .with("/genetics/copyNumbers/1/report \"r2\"")
                        .verdict("ONA-IV")
                        .fr()
                        .missing());
        assertEquals(
                List.of("G7"),
                Changed.of("g3-two-in-trans")
                        .with(unsigned)
                        .with("/genetics/variants/1/report \"r2\"")
                        .verdict("UPS")
                        .fr()
                        .missing());
    }

    /** A variant on X: one affected copy is enough in a male; in a woman only two are. */
    @ParameterizedTest
    @CsvSource({
        "male, hemizygous, ELIGIBLE",
        "male, homozygous, ELIGIBLE",
        "male, heterozygous, NEEDS_INFO",
        "female, hemizygous, NEEDS_INFO",
        "female, heterozygous, NEEDS_INFO",
        "female, homozygous, ELIGIBLE"
    })
    void aVariantOnX(String sex, String zygosity, Verdict verdict) {
        var child = Changed.of("wak-complete")
                .with("/sex \"" + sex + "\"")
                .with("/genetics/variants/0/zygosity \"" + zygosity + "\"");

        assertEquals(verdict, child.verdict("WAK").fr().verdict());
    }

    @Test
    void aVariantOnXOfAMaleNeedsNoZygosity() {
        var boy = Changed.of("wak-complete").with("/genetics/variants/0/zygosity");

        assertEquals(Verdict.ELIGIBLE, boy.verdict("WAK").fr().verdict());
        assertEquals(
                Verdict.NEEDS_INFO,
                boy.with("/sex \"female\"").verdict("WAK").fr().verdict());
    }

    private static Changed named(String change, String zygosity) {
        var changed =
                Changed.of("g2-homozygous-class-4").with("/genetics/variants/0/hgvs \"NM_000790.4:" + change + "\"");
        return changed.with("/genetics/variants/0/zygosity" + (zygosity == null ? "" : " " + zygosity));
    }
}
