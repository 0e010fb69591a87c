package fr.genereferral.hubdirectory.coordination;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.Assignment;
import fr.genereferral.hubdirectory.Coordinating;
import fr.genereferral.hubdirectory.Coordinator;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Interventions;
import fr.genereferral.hubdirectory.Interventions.AssignmentFile;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.ReopeningReason;
import fr.genereferral.hubdirectory.Successions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The coordinator asks a hub by hand, agrees that another one does, or lets a search begin anew. */
@ApplicationScoped
class CoordinatingPlacements {
    private final Interventions interventions;
    private final Placements placements;
    private final Successions successions;
    private final ActionsLeft left;

    CoordinatingPlacements(
            Interventions interventions, Placements placements, Successions successions, ActionsLeft left) {
        this.interventions = interventions;
        this.placements = placements;
        this.successions = successions;
        this.left = left;
    }

    /** Once for each key. */
    Uni<AssignmentFile> assign(UUID referral, Assignment.Order order, IdempotencyKey key, Coordinator by) {
        var assigned = interventions.assign(referral, order, key, (placement, run, desk) -> at(placement, run, desk)
                .assign(order, by));
        return left.after(assigned, referral, by);
    }

    /** The first word counts, and none that comes after the placement has moved. */
    Uni<AssignmentFile> decide(UUID referral, UUID assignment, CoordinationBodies.Decision decision, Coordinator by) {
        var decided = interventions.decide(referral, assignment, (proposed, placement, run, desk) -> {
            var coordinating = at(placement, run, desk);
            switch (decision) {
                case CONFIRM -> coordinating.confirm(proposed, by);
                case REFUSE -> coordinating.refuse(proposed, by);
            }
        });
        return left.after(decided, referral, by);
    }

    /** Once: the search is not at its end any more. */
    Uni<Interventions.Case> reopen(UUID referral, ReopeningReason reason, Coordinator by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var reopened = placements.change(
                referral, (placement, run, desk) -> at(placement, run, desk).reopen(id, reason, by));
        return left.after(reopened, referral, by).chain(() -> interventions.of(referral));
    }

    private Coordinating at(Placement placement, MatchRun run, Placements.Desk desk) {
        return new Coordinating(placement, successions.of(placement, run, desk), desk.now());
    }
}
