package fr.genereferral.eligibility;

/** The answer for a patient and a therapy; ELIGIBLE means "to be presented to the meeting", never "treat". */
public enum Verdict {
    NOT_APPLICABLE,
    UNAVAILABLE,
    NOT_ELIGIBLE,
    DEFERRED,
    NEEDS_INFO,
    ELIGIBLE;

    /** Still open or favourable: the warnings are worth reading. */
    boolean isHopeful() {
        return this == DEFERRED || this == NEEDS_INFO || this == ELIGIBLE;
    }
}
