package fr.genereferral.hubdirectory;

/** Why a hub takes nobody for a while; a code, so that nobody can write of a patient or of a colleague. */
public enum PauseReason {
    STAFF,
    BEDS,
    PHARMACY,
    PRODUCT_SUPPLY,
    EQUIPMENT,
    PLANNED_CLOSURE,
    OTHER
}
