package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.Coordinator;
import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.Escalation;
import fr.genereferral.hubdirectory.Interventions;
import fr.genereferral.hubdirectory.Interventions.Case;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Successions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Who waits for the coordinator, and what may be done: who could take each child today is worked out, and not kept. */
@ApplicationScoped
class ReadingEscalations {
    private final Interventions interventions;
    private final Directories directories;
    private final Successions successions;
    private final Clock clock;

    ReadingEscalations(Interventions interventions, Directories directories, Successions successions, Clock clock) {
        this.interventions = interventions;
        this.directories = directories;
        this.successions = successions;
        this.clock = clock;
    }

    /** @param reader nobody for who may do nothing */
    Uni<EscalationPage> page(UUID after, int limit, Reader reader) {
        return interventions.escalated(after, limit).chain(cases -> directories
                .current()
                .map(directory -> EscalationPage.of(
                        cases, limit, one -> EscalationRepresentation.from(one, escalation(one, directory), reader))));
    }

    Uni<PlacementActions> actions(UUID referral, Coordinator by) {
        return interventions
                .of(referral)
                .chain(found -> found.awaitsCoordinator(clock.instant())
                        ? directories
                                .current()
                                .map(directory -> PlacementActions.of(found, escalation(found, directory), by))
                        : Uni.createFrom().item(PlacementActions.none()));
    }

    Uni<AssignmentsRepresentation> assignments(UUID referral) {
        return interventions.of(referral).map(AssignmentsRepresentation::of);
    }

    private Escalation escalation(Case one, Directory directory) {
        var now = clock.instant();
        var succession = successions.of(one.placement(), one.run(), new Placements.Desk(directory, now));
        return Escalation.of(one.placement(), succession, now);
    }

    /** @param coordinator null for who reads and does nothing */
    record Reader(Coordinator coordinator) {
        PlacementActions actions(Case one, Escalation escalation) {
            return coordinator == null ? PlacementActions.none() : PlacementActions.of(one, escalation, coordinator);
        }
    }
}
