package fr.genereferral.referral.search;

/** By what somebody looks for a patient, as the audit keeps it: not whom he looks for. */
public enum SearchedBy {
    SEARCH_BY_INS,
    SEARCH_BY_FILE_NUMBER,
    SEARCH_BY_NAME
}
