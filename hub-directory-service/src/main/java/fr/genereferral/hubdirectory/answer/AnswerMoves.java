package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.Answer;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.SiteZone;
import fr.genereferral.hubdirectory.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** What a yes and a no are, whoever brings them: the hub itself, or somebody who has heard it. */
@ApplicationScoped
class AnswerMoves {
    private final Successions successions;
    private final Clock clock;

    AnswerMoves(Successions successions, Clock clock) {
        this.successions = successions;
        this.clock = clock;
    }

    void accept(Placement placement, MatchRun run, Placements.Desk desk, Answer yes) {
        var mayTake = mayTake(placement, yes.offer(), desk.directory());
        if (placement.isLate(yes.offer())) {
            var askedBy =
                    desk.byHand().getOrDefault(placement.offer(yes.offer()).matchRunId(), run);
            placement.acceptLate(yes, mayTake, askedBy, successions.of(placement, run, desk));
            return;
        }
        placement.accept(yes, mayTake);
    }

    void decline(Placement placement, MatchRun run, Placements.Desk desk, Answer no, DeclineReason reason) {
        placement.decline(no, reason, successions.of(placement, run, desk));
    }

    /** Whether a yes to an offer that is open, or that comes late, would be taken now. */
    boolean wouldTake(Placement placement, UUID offer, Directory directory) {
        return mayTake(placement, offer, directory)
                && hasPlace(placement.offer(offer), directory)
                && !(placement.isLate(offer)
                        && placement.lastRouting().request().isOverOn(successions.today()));
    }

    private boolean mayTake(Placement placement, UUID offer, Directory directory) {
        var asked = placement.offer(offer);
        var patient = placement.lastRouting().request().patient();
        return directory
                .hub(asked.hub().id())
                .filter(hub -> hub.mayTake(asked.therapy(), patient, successions.today()))
                .isPresent();
    }

    boolean hasPlace(Offer offer, Directory directory) {
        var hub = offer.hub().id();
        return directory.capacities().plan(hub, offer.therapy()).hasPlace(SiteZone.dayAt(hub, clock.instant()));
    }
}
