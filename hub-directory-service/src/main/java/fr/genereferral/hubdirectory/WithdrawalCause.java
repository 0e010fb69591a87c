package fr.genereferral.hubdirectory;

/** Why an offer was taken back. */
public enum WithdrawalCause {
    WITHDRAWN_BY_HOSPITAL,
    NEW_VERDICT,
    ERASED,
    /** The family does not go to that hub any more; referral-service asks anew. */
    WISHES_CHANGED,
    /** The child is referred by another referral too, which lives on. */
    MERGED,
    ACCREDITATION_ENDED,
    /** Had been accepted. */
    GIVEN_BACK,
    /** Had been accepted; the coordinator has confirmed that the hub may not keep the child. */
    ACCREDITATION_LOST
}
