package fr.genereferral.hubdirectory;

/** What seems to be wrong with an entry of the directory. */
public enum AnomalyReason {
    /** Said by a hub that declines; anybody else may say it too. */
    CAPABILITY_LOST,
    NOT_ACCREDITED,
    ACCREDITATION_MISSING,
    BAND_WRONG,
    ENTRY_CLOSED,
    ENTRY_TWICE,
    FIELD_WRONG,
    FIELD_MISSING
}
