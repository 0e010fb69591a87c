package fr.genereferral.referral.placement;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.genereferral.referral.AcceptanceTerms;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Placing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What hub-directory-service says of a placement, only the fields we need; each knows what it means for a referral. */
sealed interface PlacementEvent {
    Actor DIRECTORY = Actor.platform("hub-directory-service");

    Map<String, Class<? extends PlacementEvent>> TYPES = Map.of(
            "OfferMade.v1", OfferMade.class,
            "OfferSeen.v1", OfferSeen.class,
            "OfferAccepted.v1", OfferAccepted.class,
            "OfferDeclined.v1", OfferDeclined.class,
            "OfferExpired.v1", OfferExpired.class,
            "OfferWithdrawn.v1", OfferWithdrawn.class,
            "NoHubFound.v1", NoHubFound.class,
            "SearchReopened.v1", SearchReopened.class);

    UUID referralId();

    void happenTo(Placing placing, Instant at);

    /** The hub's own act: its organisation is named, the person stays known to the hub directory. */
    static Actor hub(String finess) {
        return new Actor("hub-directory-service", finess, "hub");
    }

    /** Who has written down what a hub has said elsewhere; only what the timeline names. */
    record HeardBy(String organisation, String role) {
        /** The hub's own act, unless somebody else has written it down. */
        static Actor or(String hub, HeardBy heardBy) {
            return heardBy == null
                    ? PlacementEvent.hub(hub)
                    : new Actor("hub-directory-service", heardBy.organisation(), heardBy.role());
        }
    }

    /** Who has decided for the platform; no person is told. */
    record By(String organisation, String role) {
        Actor actor() {
            return new Actor("hub-directory-service", organisation, role);
        }
    }

    /** That the coordinator has named the hub, and why. */
    record Assigned(String reason, By by) {}

    /** @param assigned null when the ranking has chosen the hub, and in an event from before anybody could name one */
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
            List<Offer.Candidate> next,
            @JsonSetter(nulls = Nulls.SET) Assigned assigned)
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
                    next,
                    null);
            if (assigned == null) {
                placing.offerMade(offer, DIRECTORY, at);
                return;
            }
            placing.offerAssigned(offer, assigned.reason(), assigned.by().actor(), at);
        }
    }

    record OfferSeen(UUID referralId, UUID offerId, String hub, Instant seenAt) implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.offerSeen(offerId, seenAt, PlacementEvent.hub(hub), at);
        }
    }

    /** What a yes comes with; of what was not said either null is told, or nothing. */
    record Terms(
            @JsonSetter(nulls = Nulls.SET) First firstAppointment,
            @JsonSetter(nulls = Nulls.SET) Desk contact,
            List<String> conditions,
            List<String> bring) {
        /** A day, or two. */
        record First(
                @JsonSetter(nulls = Nulls.SET) LocalDate on,
                @JsonSetter(nulls = Nulls.SET) LocalDate from,
                @JsonSetter(nulls = Nulls.SET) LocalDate to) {}

        /** Of the hub. */
        record Desk(String function, String telephone) {}

        private AcceptanceTerms heard() {
            var first = firstAppointment;
            return new AcceptanceTerms(
                    first == null ? null : new AcceptanceTerms.FirstAppointment(first.on(), first.from(), first.to()),
                    contact == null ? null : new AcceptanceTerms.Contact(contact.function(), contact.telephone()),
                    conditions,
                    bring);
        }
    }

    /**
     * @param heardBy null when the hub has answered itself
     * @param terms null when the yes comes with nothing, and in an event from before it could come with anything
     */
    record OfferAccepted(
            UUID referralId,
            UUID offerId,
            String hub,
            Instant acceptedAt,
            @JsonSetter(nulls = Nulls.SET) HeardBy heardBy,
            @JsonSetter(nulls = Nulls.SET) Terms terms)
            implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            var said = terms == null ? null : terms.heard();
            placing.offerAccepted(offerId, acceptedAt, said, HeardBy.or(hub, heardBy), at);
        }
    }

    /** @param heardBy null when the hub has answered itself */
    record OfferDeclined(
            UUID referralId,
            UUID offerId,
            String hub,
            Instant declinedAt,
            String reason,
            String follows,
            @JsonSetter(nulls = Nulls.SET) HeardBy heardBy)
            implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.offerDeclined(offerId, declinedAt, reason, follows, HeardBy.or(hub, heardBy), at);
        }
    }

    /** Nobody at the hub has done anything: the directory says it. Who is asked next, or that nobody is, it says at once. */
    record OfferExpired(UUID referralId, UUID offerId, Instant expiredAt) implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.offerExpired(offerId, expiredAt, DIRECTORY, at);
        }
    }

    /** @param reason why the hub gives back what it had accepted; null when it does not */
    record OfferWithdrawn(
            UUID referralId,
            UUID offerId,
            String hub,
            Instant withdrawnAt,
            String cause,
            @JsonSetter(nulls = Nulls.SET) String reason)
            implements PlacementEvent {
        private static final String HUB_LOST = "ACCREDITATION_LOST";
        private static final String UNWISHED = "WISHES_CHANGED";
        private static final String MERGED = "MERGED";

        /** The directory says at once who is asked next, or that nobody is. */
        private static final Set<String> GOES_ON = Set.of("ACCREDITATION_ENDED", "GIVEN_BACK", HUB_LOST);

        @Override
        public void happenTo(Placing placing, Instant at) {
            var another = GOES_ON.contains(cause);
            if (reason != null) {
                var givenBack = new Placing.Release("OFFER_GIVEN_BACK", reason, another);
                placing.offerReleased(offerId, withdrawnAt, givenBack, PlacementEvent.hub(hub), at);
                return;
            }
            if (UNWISHED.equals(cause)) {
                placing.offerUnwished(offerId, withdrawnAt, DIRECTORY, at);
                return;
            }
            if (MERGED.equals(cause)) {
                placing.offerMerged(offerId, withdrawnAt, DIRECTORY, at);
                return;
            }
            var what = HUB_LOST.equals(cause) ? HUB_LOST : "OFFER_WITHDRAWN";
            placing.offerReleased(offerId, withdrawnAt, new Placing.Release(what, null, another), DIRECTORY, at);
        }
    }

    /** @param reason null in an event from before hubs could keep silent */
    record NoHubFound(
            UUID referralId, @JsonSetter(nulls = Nulls.SET) String reason) implements PlacementEvent {
        private static final String UNANSWERED = "UNANSWERED";

        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.noHubFound(UNANSWERED.equals(reason) ? UNANSWERED : null, DIRECTORY, at);
        }
    }

    /** The coordinator lets a search that has come to nothing begin anew. */
    record SearchReopened(UUID referralId, int routing, String reason, By by) implements PlacementEvent {
        @Override
        public void happenTo(Placing placing, Instant at) {
            placing.searchReopened(routing, reason, by.actor(), at);
        }
    }
}
