package fr.genereferral.eligibility;

import java.util.Map;
import java.util.Set;

/**
 * What the rules know of a gene.
 *
 * @param references allowed references by accession
 * @param countedExon the exon whose copies decide; null for a gene that is judged by its variants alone
 * @param exons null for a gene whose exons no rule asks for
 * @param usableByExons types of variants that need no HGVS name when their exons and the numbering are stated, each with
 *     the exons that are meant; empty for any
 * @param alleles variants whose kind matters to a rule
 * @param legacyNames what certain old names are called today
 */
public record Gene(
        String hgnc,
        String symbol,
        Map<String, Reference> references,
        CountedExon countedExon,
        ExonMap exons,
        Map<String, Set<ExonMap.Span>> usableByExons,
        AlleleTable alleles,
        Map<String, String> legacyNames) {

    /**
     * A sequence that variants may be named on.
     *
     * @param kind the coordinates that belong to it: c, m, ...
     * @param codingLength bases from start to stop codon; 0 where positions are not checked
     */
    public record Reference(char kind, int codingLength) {}

    /** One exon has two numbers: laboratories write the legacy one, transcripts the MANE one. */
    public record CountedExon(int legacy, int mane) {
        boolean liesIn(Dossier.Exons exons) {
            var number = "legacy".equals(exons.numbering()) ? legacy : mane;
            return exons.first() <= number && number <= exons.last();
        }
    }

    /**
     * The kinds of alleles that rules tell apart.
     *
     * @param byChange class by the change as written after the accession
     * @param open classes that a variant outside the table may belong to as well
     * @param harmless classes that do not count as a variant, whatever a report calls them
     */
    public record AlleleTable(Map<String, String> byChange, Set<String> open, Set<String> harmless) {
        boolean isHarmless(String change) {
            return change != null && harmless.contains(byChange.getOrDefault(change, ""));
        }

        /** Whether the variant is of one of the classes; unknown when the table does not say. */
        Truth isOf(Set<String> classes, String change) {
            var known = change == null ? null : byChange.get(change);
            if (known != null) {
                return Truth.of(classes.contains(known));
            }
            return classes.stream().anyMatch(open::contains) ? Truth.UNKNOWN : Truth.FALSE;
        }
    }

    boolean isCounted() {
        return countedExon != null;
    }

    boolean countsExon(int exon) {
        return countedExon == null || exon == countedExon.legacy();
    }
}
