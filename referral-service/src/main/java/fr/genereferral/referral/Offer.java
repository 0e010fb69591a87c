package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer to a hub, as heard from hub-directory-service, which alone decides about it.
 *
 * @param rank place of the hub in the match run, 1 the best
 * @param candidates how many hubs were ranked
 * @param illustrative the accreditation used is not verified
 * @param cost what the ranking orders: minutes, corrected by waiting and follow-up
 * @param next the next two candidates
 * @param terms what a yes came with; null before one, where it came with nothing, and in a row from before hubs said more than yes
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
        List<Candidate> next,
        AcceptanceTerms terms) {

    private static final String ACCEPTED = "ACCEPTED";

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
        return with(state, at, answeredAt, declineReason, terms);
    }

    Offer answered(String newState, Instant at, String reason) {
        return with(newState, seenAt, at, reason, terms);
    }

    /** @param said null where the yes comes with nothing */
    Offer accepted(Instant at, AcceptanceTerms said) {
        return with(ACCEPTED, seenAt, at, null, said);
    }

    boolean isAccepted() {
        return ACCEPTED.equals(state);
    }

    /** What the hub has said with a yes that holds: nobody is to come to the appointment of one that has given the child back. */
    public Optional<AcceptanceTerms> standingTerms() {
        return isAccepted() ? Optional.ofNullable(terms) : Optional.empty();
    }

    private Offer with(String newState, Instant newSeenAt, Instant newAnsweredAt, String reason, AcceptanceTerms said) {
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
                next,
                said);
    }
}
