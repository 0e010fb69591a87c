package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.PlacementEvent.SearchEnd;
import java.time.Instant;
import java.util.Optional;

/** Asks a hub of the ranking that a placement is at, or finds that there is nobody to ask: the coordinator acts then. */
record Asking(Placement placement, Succession succession, Instant now) {

    void next() {
        candidate().ifPresentOrElse(this::ask, () -> escalate(SearchEnd.NO_HUB_LEFT));
    }

    /** After a silence there is nobody to ask either when too many hubs have kept silent in this search. */
    void nextAfterSilence(int patience) {
        var silent = placement.offers().silentIn(placement.lastNumber()).size();
        candidate().filter(next -> silent < patience).ifPresentOrElse(this::ask, () -> escalate(SearchEnd.UNANSWERED));
    }

    private Optional<MatchRun.Candidate> candidate() {
        return succession.next(placement.offers().askedIn(placement.lastNumber()));
    }

    Offer ask(MatchRun.Candidate candidate) {
        var routing = placement.lastRouting();
        var period = succession.period(routing.request(), now);
        var offer = new Offer(succession.newId(), placement.referralId(), routing, candidate, period);
        placement.add(offer);
        placement.become(PlacementState.OFFERED);
        var asked = placement.offers().askedIn(placement.lastNumber());
        var next = succession.remaining(asked).limit(2).toList();
        placement.note(offer.made(candidate, routing, next, placement.nextVersion()));
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
