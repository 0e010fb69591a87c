package fr.genereferral.hubdirectory;

/** Why the coordinator lets a search that has come to nothing begin anew. */
public enum ReopeningReason {
    HUB_HAS_PLACE,
    HUB_ACCREDITED,
    SILENCE_EXPLAINED,
    CLINICAL_QUESTION_SETTLED,
    OTHER
}
