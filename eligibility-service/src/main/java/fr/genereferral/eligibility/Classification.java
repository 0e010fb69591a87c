package fr.genereferral.eligibility;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A variant of another ACMG class than it was reported with, as a laboratory or an expert panel has found since. It counts
 * for every dossier that names the variant.
 *
 * @param number in the order of recording, from 1
 * @param gene HGNC id
 * @param change as written after the accession, such as c.11+5G>A, its lost or doubled bases not spelt out
 * @param hgvs the name as it was sent
 * @param acmgClass 1 benign to 5 pathogenic
 * @param source who says so, and where
 */
public record Classification(
        long number,
        String gene,
        String change,
        String hgvs,
        int acmgClass,
        LocalDate classifiedOn,
        String source,
        Instant recordedAt) {

    /** What makes two sayings be of one variant. */
    public String variant() {
        return variant(gene, change);
    }

    static String variant(String gene, String change) {
        return gene + " " + change;
    }
}
