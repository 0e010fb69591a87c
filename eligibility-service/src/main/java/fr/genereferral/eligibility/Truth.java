package fr.genereferral.eligibility;

import java.util.Locale;

/** Kleene's three values: what is not known is neither true nor false, and stays unknown when negated. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** What is not good enough may yet be made good: it is unknown, never false. */
    static Truth trueIf(boolean good) {
        return good ? TRUE : UNKNOWN;
    }

    public boolean isTrue() {
        return this == TRUE;
    }

    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
