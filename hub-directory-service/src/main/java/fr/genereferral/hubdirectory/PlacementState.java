package fr.genereferral.hubdirectory;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who holds the placement.
 *
 * <pre>
 * RANKING → OFFERED (a hub is asked) or ESCALATED (no hub can be); STOPPED (a search that was reopened shall end);
 *           RANKING (it is reopened once more: nobody had heard of it)
 * OFFERED → ACCEPTED; OFFERED (next hub); ESCALATED (none left, too many silent, or clinically unsuitable);
 *           AWAITING_INFORMATION (the hospital completes the dossier); STOPPED (taken back)
 * ACCEPTED → OFFERED (next hub) or ESCALATED (none left) when the yes holds no longer; STOPPED (nobody shall be asked)
 * ESCALATED → OFFERED (a hub is asked by hand, or a silent one says yes after all); RANKING (the search is reopened, and
 *             referral-service asks for it anew); STOPPED (the search shall end)
 * ESCALATED, AWAITING_INFORMATION, STOPPED → OFFERED or ESCALATED (a new routing)
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
    CLOSED;

    /** States that may follow this one; a test compares them with the table of moves kept as data. */
    public Set<PlacementState> next() {
        return switch (this) {
            case RANKING -> EnumSet.of(RANKING, OFFERED, ESCALATED, STOPPED, CLOSED);
            case AWAITING_INFORMATION, STOPPED -> EnumSet.of(OFFERED, ESCALATED, CLOSED);
            case OFFERED -> EnumSet.of(OFFERED, ACCEPTED, ESCALATED, AWAITING_INFORMATION, STOPPED, CLOSED);
            case ESCALATED -> EnumSet.of(OFFERED, ESCALATED, RANKING, STOPPED, CLOSED);
            case ACCEPTED -> EnumSet.of(OFFERED, ESCALATED, STOPPED, CLOSED);
            case CLOSED -> EnumSet.of(CLOSED);
        };
    }
}
