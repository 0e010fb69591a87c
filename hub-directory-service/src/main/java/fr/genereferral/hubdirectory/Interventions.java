package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to what the coordinator has to do, and what coordinators have said: read, or done with the placement locked. */
public interface Interventions {

    /** Placements that nobody is asked for, or whose reopened search has not begun in time, the most pressing first, then by the equity clock; one more than the limit when there are more. */
    Uni<List<Case>> escalated(UUID after, int limit);

    /** One placement, whatever its state; fails as not found when there is none. */
    Uni<Case> of(UUID referral);

    /** Names a hub, once for each key; fails as not found when there is no placement. */
    Uni<AssignmentFile> assign(UUID referral, Assignment.Order order, IdempotencyKey key, Placements.Change work);

    /** Says what becomes of an assignment that waits; fails as not found when the placement has none of that id. */
    Uni<AssignmentFile> decide(UUID referral, UUID assignment, Decision work);

    /** Work on a placement that an assignment waits at. */
    @FunctionalInterface
    interface Decision {
        void apply(Assignment assignment, Placement placement, MatchRun run, Placements.Desk desk);
    }

    /** @param run the match run that the placement is at */
    record Case(Placement placement, MatchRun run, List<AssignmentFile> assignments, List<Reopening> reopenings) {

        public boolean isEscalated() {
            return placement.state() == PlacementState.ESCALATED;
        }

        /** Also when a search that was reopened has not begun. */
        public boolean awaitsCoordinator(Instant now) {
            return placement.awaitsCoordinator(now);
        }

        /** Those that wait for a second person. */
        public List<AssignmentFile> proposed() {
            return assignments.stream()
                    .filter(file -> file.state() == AssignmentState.PROPOSED)
                    .toList();
        }
    }

    /**
     * An assignment with what has come of it.
     *
     * @param end empty while nothing has
     */
    record AssignmentFile(Assignment assignment, AssignmentState state, Optional<AssignmentEnd> end) {

        public static AssignmentFile of(
                Assignment assignment, AssignmentEnd end, PlacementState placement, long version) {
            return new AssignmentFile(assignment, state(assignment, end, placement, version), Optional.ofNullable(end));
        }

        private static AssignmentState state(
                Assignment assignment, AssignmentEnd end, PlacementState placement, long version) {
            if (end != null) {
                return end.outcome() == AssignmentEnd.Outcome.MADE ? AssignmentState.MADE : AssignmentState.REFUSED;
            }
            return assignment.isTimely(placement, version) ? AssignmentState.PROPOSED : AssignmentState.OBSOLETE;
        }
    }

    /** Where an assignment stands. */
    enum AssignmentState {
        /** It waits for a second person. */
        PROPOSED,
        /** The hub was asked. */
        MADE,
        REFUSED,
        /** Nobody has decided before the placement has moved. */
        OBSOLETE
    }
}
