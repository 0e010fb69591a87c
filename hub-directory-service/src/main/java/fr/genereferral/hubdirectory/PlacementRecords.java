package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to what is read of placements, without changing them. */
public interface PlacementRecords {

    /** A hub's own offers, newest first; one more than the limit when there are more. */
    Uni<List<ListedOffer>> offers(OfferQuery query, String hub);

    /**
     * What waits for a hub's answer: the most pressing first, of those what has the least time left; one more than the
     * limit when there are more.
     */
    Uni<List<ListedOffer>> waiting(WaitingQuery query, String hub);

    /** One offer that was made to this hub; fails as not found otherwise. */
    Uni<OfferFile> offer(UUID id, String hub);

    /** A placement that the reader may see; fails as not found otherwise. */
    Uni<PlacementFile> placement(UUID referralId, Rights rights);

    /** What a list is asked for; null where nothing is asked. */
    record OfferQuery(OfferState state, UUID after, int limit) {}

    /** @param after null for the first page */
    record WaitingQuery(Waiting after, int limit) {}

    /** Where an offer stands among those that wait. */
    record Waiting(Urgency urgency, Instant expiresAt, UUID id) {}

    /**
     * A line, and who has the file in hand.
     *
     * @param lastKept the last time that the file came into somebody's hands, or out of them
     */
    record ListedOffer(OfferLine line, Optional<KeeperChange> lastKept) {}

    /**
     * One line of a hub's list: nothing about the child.
     *
     * @param placement where the placement stands
     */
    record OfferLine(
            UUID id,
            UUID referralId,
            String therapy,
            Urgency urgency,
            OfferState state,
            boolean illustrative,
            Instant offeredAt,
            Instant expiresAt,
            Instant seenAt,
            Instant endedAt,
            long version,
            PlacementState placement) {

        /** The hub has the child's request. */
        public boolean isHeld() {
            return state.isHeld(placement);
        }

        public Waiting waiting() {
            return new Waiting(urgency, expiresAt, id);
        }
    }

    /**
     * An offer with what a hub needs to decide whether to look.
     *
     * @param referralId the referral whose dossier is read at referral-service
     * @param placement where the placement stands
     * @param request empty once the hub holds the child's request no longer
     * @param slot the place that the hub keeps for the child
     * @param remindedAt when the hub was reminded, oldest first
     * @param lastKept the last time that the file came into somebody's hands at the hub, or out of them
     */
    record OfferFile(
            UUID referralId,
            Offer offer,
            PlacementState placement,
            MatchRun run,
            Optional<RoutingRequest> request,
            Optional<Background> background,
            Optional<Slot> slot,
            List<Instant> remindedAt,
            Optional<KeeperChange> lastKept) {

        /** Somebody reads the file. */
        public boolean isInHand() {
            return lastKept.flatMap(KeeperChange::to).isPresent();
        }

        /** The hub has the child's request. */
        public boolean isHeld() {
            return offer.isHeld(placement);
        }

        /** The hub is responsible by it, as long as the referral goes on. */
        public boolean isBinding() {
            return offer.state().isBinding(placement);
        }
    }

    /** Names for the codes of a request's background; null where there is no code. */
    record Background(String hospital, String hospitalCity, String departement) {}

    /** A placement with its match runs, oldest first. */
    record PlacementFile(Placement placement, List<StoredRun> runs) {}

    /** @param byHand whether somebody has named a hub by it: no search has begun with it */
    record StoredRun(MatchRun run, boolean byHand) {}
}
