package fr.genereferral.hubdirectory;

/** Why a colleague goes on with a file. */
public enum HandoverReason {
    END_OF_DUTY,
    ABSENCE,
    OTHER_SPECIALTY,
    WORKLOAD,
    CONFLICT_OF_INTEREST,
    OTHER
}
