package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.PlacementEvent.SearchEnd;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks a hub of the ranking that a placement is at, or one that is named, or finds that there is nobody to ask: the
 * coordinator acts then. A search that has come to him stays his, whether he has named a hub in it or a silent one has said
 * yes after all: if that comes to nothing, going on with the ranking would go past the silences that had ended it. Nobody is
 * asked either once the child is too old or too heavy by what the rules had said.
 */
record Asking(Placement placement, Succession succession, Instant now) {

    void next() {
        candidate().ifPresentOrElse(this::askRanked, () -> escalate(SearchEnd.NO_HUB_LEFT));
    }

    /** After a silence there is nobody to ask either when too many hubs have kept silent in this search. */
    void nextAfterSilence(int patience) {
        var silent = placement.offers().silentIn(placement.lastNumber()).size();
        candidate()
                .filter(next -> silent < patience)
                .ifPresentOrElse(this::askRanked, () -> escalate(SearchEnd.UNANSWERED));
    }

    private Optional<MatchRun.Candidate> candidate() {
        return following().findFirst();
    }

    private Stream<MatchRun.Candidate> following() {
        var routing = placement.lastRouting();
        return placement.offers().hasComeToTheCoordinator(routing)
                        || routing.request().isOverOn(Paris.dayOf(now))
                ? Stream.empty()
                : succession.remaining(placement.offers().askedIn(routing.number()));
    }

    private void askRanked(MatchRun.Candidate candidate) {
        ask(new Turn(succession.run(), candidate), null);
    }

    /** @param by null when nobody has named the hub */
    Offer ask(Turn turn, PlacementEvent.Assigned by) {
        var routing = placement.lastRouting();
        var period = succession.period(routing.request(), now);
        var offer = new Offer(succession.newId(), placement.referralId(), routing, turn, period);
        placement.add(offer);
        placement.become(PlacementState.OFFERED);
        var next = following().limit(2).toList();
        placement.note(offer.made(turn, routing, next, by, placement.nextVersion()));
        return offer;
    }

    private void escalate(SearchEnd why) {
        placement.become(PlacementState.ESCALATED);
        var declined = placement.offers().declinedIn(placement.lastNumber());
        var silent = placement.offers().silentIn(placement.lastNumber());
        var excluded = succession.excluded(declined, silent);
        placement.note(placement.lastRouting().nobody(placement.nextVersion(), why, declined, excluded));
    }
}
