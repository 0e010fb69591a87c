package fr.genereferral.hubdirectory;

/**
 * Who holds the placement.
 *
 * <pre>
 * RANKING → OFFERED (a hub is asked) or ESCALATED (no hub can be)
 * OFFERED → ACCEPTED; OFFERED (next hub); ESCALATED (none left, or clinically unsuitable);
 *           AWAITING_INFORMATION (the hospital completes the dossier); STOPPED (taken back)
 * ACCEPTED → OFFERED (next hub) or ESCALATED (none left) when the yes holds no longer; STOPPED (nobody shall be asked)
 * ESCALATED, AWAITING_INFORMATION, STOPPED → RANKING (a new routing)
 * any → CLOSED (the referral has ended)
 * </pre>
 */
public enum PlacementState {
    RANKING,
    OFFERED,
    ACCEPTED,
    ESCALATED,
    AWAITING_INFORMATION,
    STOPPED,
    CLOSED
}
