package fr.genereferral.eligibility.hgvs;

import java.util.List;

/**
 * A variant name, read whole: one change or two, and how two lie to each other.
 *
 * @param accession versioned reference, for example of a transcript
 * @param kind c, n, g or m
 * @param mosaic found in a part of the cells only
 */
public record HgvsName(String accession, char kind, List<Change> changes, Arrangement arrangement, boolean mosaic) {

    static HgvsName of(String accession, char kind, List<Change> changes, Arrangement arrangement) {
        return new HgvsName(accession, kind, changes, arrangement, false);
    }

    /** How the changes of one name lie to each other. */
    public enum Arrangement {
        SINGLE,
        /** One change, and the name says that the other allele is normal or that none was found on it. */
        ALONE,
        TRANS,
        CIS,
        UNKNOWN
    }

    /**
     * One change.
     *
     * @param text as written after the dot
     * @param extent what it certainly covers
     * @param edit what happens there: del, dup, A>G and so on
     * @param lastCodingPosition the highest position counted from the start codon; 0 when none is
     */
    public record Change(String text, Extent extent, String edit, int lastCodingPosition) {

        /** The same change, whoever writes it: the lost or doubled bases may be spelt out or left to the reference. */
        public String canonical() {
            var place = text.substring(0, text.length() - edit.length());
            if (edit.startsWith("del")) {
                var inserted = edit.indexOf("ins");
                return place + "del" + (inserted < 0 ? "" : edit.substring(inserted));
            }
            return edit.startsWith("dup") ? place + "dup" : text;
        }
    }
}
