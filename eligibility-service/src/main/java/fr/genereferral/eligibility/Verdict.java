package fr.genereferral.eligibility;

/** The answer for a patient and a therapy; ELIGIBLE means "to be presented to the meeting", never "treat". */
public enum Verdict {
    NOT_APPLICABLE,
    UNAVAILABLE,
    NOT_ELIGIBLE,
    DEFERRED,
    NEEDS_INFO,
    ELIGIBLE;

    /** What becomes of a verdict by one more criterion: something that fails weighs most, then a wait, then a gap. */
    Verdict with(Criterion.Effect effect) {
        return switch (effect) {
            case FAILS -> NOT_ELIGIBLE;
            case DEFERS -> this == NOT_ELIGIBLE ? this : DEFERRED;
            case MISSING -> this == ELIGIBLE ? NEEDS_INFO : this;
            case SATISFIED, WARNS, NONE -> this;
        };
    }

    /** Still open or favourable: the warnings are worth reading. */
    boolean isHopeful() {
        return this == DEFERRED || this == NEEDS_INFO || this == ELIGIBLE;
    }
}
