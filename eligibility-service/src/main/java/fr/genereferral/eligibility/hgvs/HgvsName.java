package fr.genereferral.eligibility.hgvs;

import java.util.List;

/**
 * A variant name, read whole: one change or two, and how two lie to each other.
 *
 * @param accession versioned reference, for example of a transcript
 * @param kind c, n, g or m
 */
public record HgvsName(String accession, char kind, List<Change> changes, Arrangement arrangement) {

    /** How the changes of one name lie to each other. */
    public enum Arrangement {
        SINGLE,
        TRANS,
        CIS,
        UNKNOWN
    }

    /**
     * One change.
     *
     * @param text as written after the dot
     * @param lastCodingPosition the highest position counted from the start codon; 0 when none is
     */
    public record Change(String text, int lastCodingPosition) {}
}
