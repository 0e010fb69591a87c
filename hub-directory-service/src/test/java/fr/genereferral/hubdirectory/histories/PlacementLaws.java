package fr.genereferral.hubdirectory.histories;

import static fr.genereferral.hubdirectory.PlacementBuilder.PATIENCE;
import static fr.genereferral.hubdirectory.histories.Broken.unless;

import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementEvent;
import fr.genereferral.hubdirectory.PlacementEvent.NoHubFound;
import fr.genereferral.hubdirectory.PlacementEvent.OfferDeclined;
import fr.genereferral.hubdirectory.PlacementEvent.OfferExpired;
import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Holds one placement to its laws, change by change. */
final class PlacementLaws {
    private static final Set<String> REFUSALS = Set.of(
            "NOT_FOUND",
            "OFFER_NO_LONGER_OPEN",
            "HUB_NOT_ACCREDITED",
            "OFFER_NOT_ACCEPTED",
            "INVALID",
            "NOT_ESCALATED",
            "HUB_NOT_ABLE",
            "SECOND_PERSON_NEEDED",
            "ASSIGNMENT_OVER",
            "NOTHING_TO_CONFIRM");

    private final Placement placement;
    private final Set<String> moves;
    private final Map<UUID, OfferState> before = new HashMap<>();
    private PlacementState state;
    private long said;

    PlacementLaws(Placement placement, Set<String> moves) {
        this.placement = placement;
        this.moves = moves;
        state = placement.state();
    }

    /** By the placement itself. */
    void refused(Refused why) {
        unless(REFUSALS.contains(why.code()), Law.REFUSED_CHANGES_NOTHING, why::code);
        unless(
                placement.version() == said
                        && placement.state() == state
                        && placement.takeEvents().isEmpty()
                        && placement.takeSlotMoves().isEmpty(),
                Law.REFUSED_CHANGES_NOTHING,
                () -> why.code() + " has changed " + placement.state());
    }

    void hold() {
        var events = placement.takeEvents();
        var offers = placement.allOffers();
        holdEvents(events);
        holdMoves(events, offers);
        holdHub(offers);
        holdEnds(events, offers);
        unless(silentInTheRanking(offers) <= PATIENCE, Law.PATIENCE, () -> "one hub too many kept silent");
        state = placement.state();
        offers.forEach(offer -> before.put(offer.id(), offer.state()));
    }

    private void holdEvents(List<PlacementEvent> events) {
        for (var event : events) {
            said++;
            unless(event.sequence() == said, Law.EVENT_FOR_EACH_CHANGE, () -> said + " is " + event);
        }
        unless(placement.version() == said, Law.EVENT_FOR_EACH_CHANGE, () -> said + " said of " + placement.version());
    }

    /** By way of one step or of several: the code itself refuses each that the table does not have. */
    private void holdMoves(List<PlacementEvent> events, List<Offer> offers) {
        unless(
                !events.isEmpty()
                        || state == placement.state()
                        || moves.contains("placement," + state + "," + placement.state()),
                Law.MOVES_OF_THE_TABLE,
                () -> state + " to " + placement.state());
        offers.forEach(offer -> {
            var was = before.get(offer.id());
            unless(
                    was == null || was == offer.state() || moves.contains("offer," + was + "," + offer.state()),
                    Law.MOVES_OF_THE_TABLE,
                    () -> "an offer went from " + was + " to " + offer.state());
        });
    }

    private void holdHub(List<Offer> offers) {
        var open = count(OfferState.OPEN, offers);
        var accepted = count(OfferState.ACCEPTED, offers);
        unless(open + accepted <= 1, Law.ONE_HUB, () -> open + " are asked, " + accepted + " have accepted");
        unless((placement.state() == PlacementState.OFFERED) == (open == 1), Law.ONE_HUB, () -> open + " are asked");
        unless(
                placement.state() != PlacementState.ACCEPTED || accepted == 1,
                Law.ONE_HUB,
                () -> accepted + " have accepted");
    }

    private static long count(OfferState of, List<Offer> offers) {
        return offers.stream().filter(offer -> offer.state() == of).count();
    }

    private void holdEnds(List<PlacementEvent> events, List<Offer> offers) {
        offers.stream()
                .filter(offer -> !offer.stands() && before.get(offer.id()) != offer.state())
                .forEach(offer -> unless(
                        events.stream().anyMatch(event -> explains(event, offer)),
                        Law.END_EXPLAINED,
                        () -> offer.state() + " after " + events));
        unless(
                placement.state() != PlacementState.ESCALATED
                        || events.isEmpty()
                        || isEnd(events.get(events.size() - 1)),
                Law.END_EXPLAINED,
                () -> "the coordinator after " + events);
    }

    private static boolean explains(PlacementEvent event, Offer ended) {
        return event instanceof OfferDeclined no && no.offerId().equals(ended.id()) && no.reason() != null
                || event instanceof OfferExpired silent && silent.offerId().equals(ended.id())
                || event instanceof OfferWithdrawn taken && taken.offerId().equals(ended.id()) && taken.cause() != null;
    }

    private static boolean isEnd(PlacementEvent last) {
        return last instanceof NoHubFound
                || last instanceof OfferDeclined declined && declined.follows() == DeclineReason.Follows.COORDINATOR;
    }

    /**
     * Silent in the ranking of one search. A yes does not begin the count anew: once the coordinator was told, the ranking asks
     * nobody any more, whatever becomes of a late yes or of a hub that he has named.
     */
    private long silentInTheRanking(List<Offer> offers) {
        if (!placement.isRouted()) {
            return 0;
        }
        var run = placement.lastRouting().id();
        return offers.stream()
                .filter(offer -> offer.matchRunId().equals(run) && offer.state() == OfferState.EXPIRED)
                .count();
    }
}
