package fr.genereferral.hubdirectory;

/**
 * Where an offer stands. It begins OPEN and moves once: an offer is never reused and never deleted.
 *
 * <pre>
 * OPEN → ACCEPTED | DECLINED | EXPIRED | WITHDRAWN
 * </pre>
 */
public enum OfferState {
    OPEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN
}
