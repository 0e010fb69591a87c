package fr.genereferral.hubdirectory;

/** What has ended a search that is the coordinator's now. */
public enum EscalationCause {
    /** Whoever could be asked was, or nobody could be. */
    NO_HUB_LEFT,
    /** The last hub that was asked has kept silent. */
    UNANSWERED,
    /** The last hub that was asked has found that the child is not to be treated. */
    CLINICALLY_UNSUITABLE
}
