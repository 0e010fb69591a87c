package fr.genereferral.eligibility;

import java.util.Locale;

/** What is known of a fact: a value, its absence, or why nothing is known. */
public enum FactState {
    PRESENT,
    ABSENT,
    CONFLICTING,
    PENDING,
    NOT_DONE,
    NOT_ASSESSABLE,
    WITHHELD,
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** True for what somebody found out; the others say that nobody did. */
    boolean isFound() {
        return this == PRESENT || this == ABSENT || this == CONFLICTING;
    }

    @Override
    public String toString() {
        return word;
    }
}
