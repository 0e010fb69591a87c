package fr.genereferral.referral.placement;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Placing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What hub-directory-service says of a placement, only the fields we need; each knows what it means for a referral. */
sealed interface PlacementEvent {
    Actor DIRECTORY = Actor.platform("hub-directory-service");

    Map<String, Class<? extends PlacementEvent>> TYPES = Map.of(
            "OfferMade.v1", OfferMade.class,
            "OfferSeen.v1", OfferSeen.class,
            "OfferAccepted.v1", OfferAccepted.class,
            "OfferDeclined.v1", OfferDeclined.class,
            "OfferWithdrawn.v1", OfferWithdrawn.class,
            "NoHubFound.v1", NoHubFound.class);

    UUID referralId();

    void happenTo(Placing placing, Instant at);

    /** The hub's own act: its organisation is named, the person stays known to the hub directory. */
    static Actor hub(String finess) {
        return new Actor("hub-directory-service", finess, "hub");
    }

    record OfferMade(
            UUID referralId,
            UUID matchRunId,
            UUID offerId,
            String therapy,
            Offer.Hub hub,
            int rank,
            int candidates,
            boolean illustrative,
            Instant offeredAt,
            Instant expiresAt,
            Offer.Travel travel,
            int cost,
            List<String> conditionalOn,
            List<Offer.Candidate> next)
            implements PlacementEvent {

        @Override
        public void happenTo(Placing placing, Instant at) {
            var offer = new Offer(
                    offerId,
                    matchRunId,
                    therapy,
                    hub,
                    rank,
                    candidates,
                    illustrative,
                    "OPEN",
                    offeredAt,
                    expiresAt,
                    null,
                    null,
                    null,
                    travel,
                    cost,
                    conditionalOn,
                    next);
            placing.offerMade(offer, DIRECTORY, at);
        }
    }

    record OfferSeen(UUID referralId, UUID offerId, String hub, Instant seenAt) implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.offerSeen(offerId, seenAt, PlacementEvent.hub(hub), at);
        }
    }

    record OfferAccepted(UUID referralId, UUID offerId, String hub, Instant acceptedAt) implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.offerAccepted(offerId, acceptedAt, PlacementEvent.hub(hub), at);
        }
    }

    record OfferDeclined(UUID referralId, UUID offerId, String hub, Instant declinedAt, String reason, String follows)
            implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.offerDeclined(offerId, declinedAt, reason, follows, PlacementEvent.hub(hub), at);
        }
    }

    record OfferWithdrawn(UUID referralId, UUID offerId, Instant withdrawnAt, String cause) implements PlacementEvent {
        /** The directory took it back by itself, and says at once who is asked next, or that nobody is. */
        private static final String HUB_LOST = "ACCREDITATION_ENDED";

        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.offerWithdrawn(offerId, withdrawnAt, HUB_LOST.equals(cause), DIRECTORY, at);
        }
    }

    record NoHubFound(UUID referralId) implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.noHubFound(DIRECTORY, at);
        }
    }
}
