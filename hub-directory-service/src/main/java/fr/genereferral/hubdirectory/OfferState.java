package fr.genereferral.hubdirectory;

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
    WITHDRAWN
}
