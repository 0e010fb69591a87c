package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An offer to a hub, as heard from hub-directory-service, which alone decides about it.
 *
 * @param rank place of the hub in the match run, 1 the best
 * @param candidates how many hubs were ranked
 * @param illustrative the accreditation used is not verified
 * @param cost what the ranking orders: minutes, corrected by waiting and follow-up
 * @param next the next two candidates
 */
public record Offer(
        UUID offerId,
        UUID matchRunId,
        String therapy,
        Hub hub,
        int rank,
        int candidates,
        boolean illustrative,
        String state,
        Instant offeredAt,
        Instant expiresAt,
        Instant seenAt,
        Instant answeredAt,
        String declineReason,
        Travel travel,
        int cost,
        List<String> conditionalOn,
        List<Candidate> next) {

    /** FINESS ET, name and town of a hub. */
    public record Hub(String id, String name, String city) {}

    /** A hub that would be asked next. */
    public record Candidate(Hub hub, int minutes, int cost) {}

    /** Door-to-door time in minutes, always approximate, with its legs. */
    public record Travel(int minutes, boolean approximate, Origin origin, List<Leg> legs) {}

    /** Where travel was counted from: the département of residence, or the referring hospital. */
    public record Origin(String kind, String code) {}

    /** One leg; its basis is the dated table or the road estimate. */
    public record Leg(String mode, String from, String to, int minutes, String basis) {}

    Offer seen(Instant at) {
        return with(state, at, answeredAt, declineReason);
    }

    Offer answered(String newState, Instant at, String reason) {
        return with(newState, seenAt, at, reason);
    }

    private Offer with(String newState, Instant newSeenAt, Instant newAnsweredAt, String reason) {
        return new Offer(
                offerId,
                matchRunId,
                therapy,
                hub,
                rank,
                candidates,
                illustrative,
                newState,
                offeredAt,
                expiresAt,
                newSeenAt,
                newAnsweredAt,
                reason,
                travel,
                cost,
                conditionalOn,
                next);
    }
}
