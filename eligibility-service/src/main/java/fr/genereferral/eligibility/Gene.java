package fr.genereferral.eligibility;

import java.util.Map;

/**
 * What the rules know of a gene.
 *
 * @param references allowed references with the length of their coding sequence in bases
 * @param countedExon the exon whose copies decide; null for a gene that is judged by its variants alone
 */
public record Gene(String hgnc, String symbol, Map<String, Integer> references, CountedExon countedExon) {

    /** One exon has two numbers: laboratories write the legacy one, transcripts the MANE one. */
    public record CountedExon(int legacy, int mane) {
        boolean liesIn(Dossier.Exons exons) {
            var number = "legacy".equals(exons.numbering()) ? legacy : mane;
            return exons.first() <= number && number <= exons.last();
        }
    }

    boolean isCounted() {
        return countedExon != null;
    }

    boolean countsExon(int exon) {
        return countedExon == null || exon == countedExon.legacy();
    }
}
