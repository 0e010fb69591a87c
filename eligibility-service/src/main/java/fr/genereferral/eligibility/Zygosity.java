package fr.genereferral.eligibility;

import java.util.Locale;

/** On how many of the copies a variant was found, in the laboratory's word. */
public enum Zygosity {
    HETEROZYGOUS,
    HOMOZYGOUS,
    HEMIZYGOUS,
    HOMOPLASMIC,
    HETEROPLASMIC,
    MOSAIC;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return word;
    }
}
