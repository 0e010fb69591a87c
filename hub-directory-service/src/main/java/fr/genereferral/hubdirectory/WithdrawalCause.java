package fr.genereferral.hubdirectory;

/** Why an offer was taken back. */
public enum WithdrawalCause {
    WITHDRAWN_BY_HOSPITAL,
    NEW_VERDICT,
    ERASED,
    ACCREDITATION_ENDED
}
