package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.Interventions.Case;
import fr.genereferral.hubdirectory.Reopening;
import fr.genereferral.hubdirectory.ReopeningReason;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What coordinators have done for one child, oldest first. */
@Schema(name = "Assignments")
record AssignmentsRepresentation(List<AssignmentRepresentation> items, List<Reopened> reopenings) {

    /** @param routing the search that has come to nothing */
    @Schema(name = "Reopening")
    record Reopened(int routing, ReopeningReason reason, Instant reopenedAt, String reopenedBy) {

        static Reopened from(Reopening said) {
            return new Reopened(
                    said.routing(),
                    said.reason(),
                    said.signed().at(),
                    said.signed().by().person());
        }
    }

    static AssignmentsRepresentation of(Case found) {
        return new AssignmentsRepresentation(
                found.assignments().stream().map(AssignmentRepresentation::from).toList(),
                found.reopenings().stream().map(Reopened::from).toList());
    }
}
