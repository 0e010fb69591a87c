package fr.genereferral.hubdirectory;

/**
 * Where an offer stands. It begins OPEN and moves once, a yes once more: an offer is never reused and never deleted.
 *
 * <pre>
 * OPEN → ACCEPTED | DECLINED | EXPIRED | WITHDRAWN
 * ACCEPTED → WITHDRAWN (what the yes has promised holds no longer)
 * </pre>
 */
public enum OfferState {
    OPEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN
}
