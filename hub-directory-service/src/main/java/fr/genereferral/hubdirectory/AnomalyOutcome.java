package fr.genereferral.hubdirectory;

/** What was done about an anomaly. */
public enum AnomalyOutcome {
    CORRECTED,
    CONFIRMED_AS_IT_IS,
    ASKED_THE_AUTHORITY,
    REPORTED_BEFORE
}
