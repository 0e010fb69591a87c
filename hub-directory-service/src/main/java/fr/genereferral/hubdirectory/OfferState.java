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
}
