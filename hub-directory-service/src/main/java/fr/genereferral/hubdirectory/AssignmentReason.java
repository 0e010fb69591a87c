package fr.genereferral.hubdirectory;

/** Why the coordinator asks a hub by hand. */
public enum AssignmentReason {
    HUB_AGREED,
    FAMILY_AGREES,
    CLINICAL_QUESTION_SETTLED,
    BEST_ABLE,
    OTHER
}
