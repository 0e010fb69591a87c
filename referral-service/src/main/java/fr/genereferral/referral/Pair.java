package fr.genereferral.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * Two referrals that may be of one child, with what is known of that and no value of either.
 *
 * @param since when it was found
 * @param byNumber whether both have the same national number
 * @param outcome of the comparison: PROBABLE or POSSIBLE_TWINS; null where only the number tells
 * @param agreements JSON: trait by trait; null where nothing was compared
 * @param waits whether a person has to decide
 * @param last what was said of them last; null while nothing was
 */
public record Pair(
        Side one,
        Side other,
        Instant since,
        boolean byNumber,
        String outcome,
        String agreements,
        boolean waits,
        Word last) {

    /**
     * One of the two.
     *
     * @param busy whether it is being stopped, or is to live on in another one
     * @param joined whether others live on in it
     */
    public record Side(
            UUID id,
            String reference,
            String organisation,
            ReferralStatus state,
            Instant clockStartedAt,
            boolean busy,
            boolean joined,
            UUID supersededBy) {}

    /** What a person has found; null in {@code reason} where none was given. */
    public record Word(Conclusion decision, String reason, Instant at, String organisation, String role) {}

    /** What may be said of two. */
    public enum Conclusion {
        NOT_THE_SAME,
        SAME_CHILD,
        /** They were one, and are two again. */
        UNDONE,
        /** They were to be one; a hub was first, or one of them has ended. */
        CALLED_OFF
    }

    /** The one that is not {@code id}. */
    public Side beside(UUID id) {
        return one.id().equals(id) ? other : one;
    }

    /** Whether a person has to say that they are no twins before they may be one. */
    public boolean mayBeTwins() {
        return "POSSIBLE_TWINS".equals(outcome);
    }
}
