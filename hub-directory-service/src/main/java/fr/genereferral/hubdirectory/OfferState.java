package fr.genereferral.hubdirectory;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an offer stands. It begins OPEN and moves once, a yes once more: an offer is never reused and never deleted.
 *
 * <pre>
 * OPEN → ACCEPTED | DECLINED | EXPIRED | WITHDRAWN
 * ACCEPTED → WITHDRAWN (given back, or the hub may not keep the child)
 * </pre>
 */
public enum OfferState {
    OPEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN;

    /** States that may follow this one; a test compares them with the table of moves kept as data. */
    public Set<OfferState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(WITHDRAWN);
            case DECLINED, EXPIRED, WITHDRAWN -> EnumSet.noneOf(OfferState.class);
        };
    }

    /**
     * Nothing has come instead of it: the hub is asked, or its yes was not taken back. What the hub was told of the child it may
     * read, also when the referral has ended.
     */
    public boolean stands() {
        return this == OPEN || this == ACCEPTED;
    }

    /** The hub has the child's request: it is asked, or is responsible. There is nothing left to do once the referral has ended. */
    public boolean isHeld(PlacementState placement) {
        return this == OPEN || isBinding(placement);
    }

    /** The hub is responsible by it, as long as the referral goes on. */
    public boolean isBinding(PlacementState placement) {
        return this == ACCEPTED && placement == PlacementState.ACCEPTED;
    }
}
