package fr.genereferral.eligibility;

import java.util.Locale;

/** Why an input decides nothing. */
public enum Shortfall {
    NOT_STATED,
    PENDING,
    NOT_DONE,
    NOT_ASSESSABLE,
    WITHHELD,
    CONFLICTING,
    UNKNOWN,
    STALE,
    UNDATED,
    UNIT_NOT_COMPARABLE,
    ASSAY_NOT_STATED,
    TITRE_NOT_STATED,
    BOUND_UNDECIDED,
    PHASE_UNKNOWN,
    CLASS_UNCERTAIN,
    MOSAIC,
    REFERENCE_UNUSABLE,
    REPORT_INCOMPLETE,
    ANALYSIS_PARTIAL,
    ALLELE_UNCLASSED,
    ZYGOSITY_UNCLEAR,
    CARRIER_TO_REVIEW,
    COPIES_TO_REVIEW,
    EFFECT_UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Null for a state that says what was found. */
    static Shortfall of(FactState state) {
        return switch (state) {
            case PRESENT, ABSENT -> null;
            case CONFLICTING -> CONFLICTING;
            case PENDING -> PENDING;
            case NOT_DONE -> NOT_DONE;
            case NOT_ASSESSABLE -> NOT_ASSESSABLE;
            case WITHHELD -> WITHHELD;
            case UNKNOWN -> UNKNOWN;
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
