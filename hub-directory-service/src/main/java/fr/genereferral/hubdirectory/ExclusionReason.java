package fr.genereferral.hubdirectory;

/** The hard filter that keeps a hub out of the ranking. */
public enum ExclusionReason {
    RELAY_ONLY,
    CLOSED,
    NOT_ACCREDITED,
    AGE_OUT_OF_BAND,
    WEIGHT_OUT_OF_BAND,
    NO_WAY_KNOWN,
    REFUSED_BY_FAMILY,
    ALREADY_DECLINED,
    /** It was asked in this search and has kept silent until its time had passed. */
    UNANSWERED,
    /** It takes nobody as far as anybody looks ahead: it rests, has told that it has no place, or is full for as long as the child can wait. */
    PAUSED
}
