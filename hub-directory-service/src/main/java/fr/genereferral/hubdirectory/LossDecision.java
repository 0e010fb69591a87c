package fr.genereferral.hubdirectory;

/** What becomes of a child whose hub has lost its accreditation after it had accepted. */
public enum LossDecision {
    /** The hub keeps the child all the same. */
    KEEP,
    /** The yes holds no longer, and the next hub is asked. */
    MOVE
}
