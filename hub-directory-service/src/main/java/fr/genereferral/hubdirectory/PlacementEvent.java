package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.Journey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to a placement; its key is the referral. */
public sealed interface PlacementEvent extends HubEvent {

    UUID referralId();

    @Override
    default String key() {
        return referralId().toString();
    }

    /**
     * A hub is asked to take the child.
     *
     * @param assigned null when the ranking has chosen it
     */
    record OfferMade(
            UUID referralId,
            long sequence,
            int routing,
            UUID matchRunId,
            UUID offerId,
            HubName hub,
            String therapy,
            int rank,
            int candidates,
            boolean illustrative,
            Instant offeredAt,
            Instant expiresAt,
            Journey travel,
            int cost,
            List<String> conditionalOn,
            List<NextHub> next,
            Assigned assigned)
            implements PlacementEvent {

        static OfferMade of(Offer offer, Turn turn, Routing of, List<MatchRun.Candidate> next, Assigned by) {
            var asked = turn.candidate();
            return new OfferMade(
                    offer.referralId(),
                    offer.version(),
                    offer.routing(),
                    offer.matchRunId(),
                    offer.id(),
                    offer.hub(),
                    offer.therapy(),
                    offer.rank(),
                    turn.candidates(),
                    offer.illustrative(),
                    offer.offeredAt(),
                    offer.expiresAt(),
                    asked.travel(),
                    asked.terms().cost(),
                    of.conditionalOn(),
                    next.stream().map(NextHub::of).toList(),
                    by);
        }
    }

    /**
     * That the coordinator has chosen it, and why.
     *
     * @param by whoever had the last word
     */
    record Assigned(AssignmentReason reason, By by) {}

    /** Who has decided: no person is named. */
    record By(String organisation, String role) {}

    /** A hub that would be asked afterwards. */
    record NextHub(HubName hub, int minutes, int cost) {

        static NextHub of(MatchRun.Candidate candidate) {
            return new NextHub(
                    candidate.hub(),
                    candidate.terms().travelMinutes(),
                    candidate.terms().cost());
        }
    }

    /** The hub has opened the offer for the first time. */
    record OfferSeen(UUID referralId, long sequence, UUID offerId, String hub, Instant seenAt)
            implements PlacementEvent {}

    /**
     * Who has written down what the hub has said, in codes: no person is named.
     *
     * @param organisation of the person
     * @param role that gave the right
     */
    record HeardBy(String organisation, String role, AnswerChannel channel, Instant saidAt) {
        /** Null where the hub itself has answered. */
        static HeardBy of(Heard heard) {
            return heard == null
                    ? null
                    : new HeardBy(heard.organisation(), Coordinator.ROLE, heard.channel(), heard.saidAt());
        }
    }

    /**
     * The hub is responsible from now on.
     *
     * @param heardBy null where the hub itself has answered
     * @param terms null where the yes comes with nothing
     */
    record OfferAccepted(
            UUID referralId,
            long sequence,
            UUID offerId,
            String hub,
            Instant acceptedAt,
            HeardBy heardBy,
            AcceptanceTerms terms)
            implements PlacementEvent {}

    /**
     * The hub has said no.
     *
     * @param heardBy null where the hub itself has answered
     */
    record OfferDeclined(
            UUID referralId,
            long sequence,
            UUID offerId,
            String hub,
            Instant declinedAt,
            DeclineReason reason,
            DeclineReason.Follows follows,
            HeardBy heardBy)
            implements PlacementEvent {}

    /** Nobody at the hub has answered in time. */
    record OfferExpired(UUID referralId, long sequence, UUID offerId, String hub, Instant expiredAt)
            implements PlacementEvent {}

    /**
     * The live offer was taken back, or one that had been accepted holds no longer.
     *
     * @param reason why the hub has given the child back; null when it has not
     */
    record OfferWithdrawn(
            UUID referralId,
            long sequence,
            UUID offerId,
            String hub,
            Instant withdrawnAt,
            WithdrawalCause cause,
            GiveBackReason reason)
            implements PlacementEvent {}

    /**
     * No hub, or no further hub, is asked.
     *
     * @param excluded hubs that could not be asked, and those that were and have kept silent
     */
    record NoHubFound(
            UUID referralId,
            long sequence,
            int routing,
            UUID matchRunId,
            String therapy,
            SearchEnd reason,
            List<String> declined,
            List<MatchRun.Exclusion> excluded)
            implements PlacementEvent {}

    /**
     * The coordinator lets the search begin anew: referral-service is to ask for it.
     *
     * @param routing the search that has come to nothing
     */
    record SearchReopened(
            UUID referralId, long sequence, int routing, Instant reopenedAt, ReopeningReason reason, By by)
            implements PlacementEvent {}

    /** What has ended the search. */
    enum SearchEnd {
        /** Whoever could be asked was; after a hub that was asked by hand nobody is, but by hand. */
        NO_HUB_LEFT,
        /** The last hub that was asked has kept silent: it was the last that could be, or one too many had. */
        UNANSWERED
    }
}
