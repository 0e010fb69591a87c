package fr.genereferral.hubdirectory.coordination;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.AssignmentReason;
import fr.genereferral.hubdirectory.Concern;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.Interventions.AssignmentFile;
import fr.genereferral.hubdirectory.Interventions.AssignmentState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A hub that a coordinator has named.
 *
 * @param routing the search in which it was named
 * @param concern why a second person has to agree; absent where nobody has
 * @param proposedBy the person, as the identity server knows it
 * @param decidedAt absent while nobody has decided
 * @param offerId the offer that has come of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Assignment")
record AssignmentRepresentation(
        UUID id,
        UUID referralId,
        int routing,
        HubName hub,
        AssignmentReason reason,
        AssignmentState state,
        Concern concern,
        Instant proposedAt,
        String proposedBy,
        Instant decidedAt,
        String decidedBy,
        UUID offerId) {

    static AssignmentRepresentation from(AssignmentFile file) {
        var assignment = file.assignment();
        return new AssignmentRepresentation(
                assignment.id(),
                assignment.referralId(),
                assignment.routing(),
                assignment.hub(),
                assignment.reason(),
                file.state(),
                assignment.concern().orElse(null),
                assignment.proposed().at(),
                assignment.proposed().by().person(),
                file.end().map(end -> end.signed().at()).orElse(null),
                file.end().map(end -> end.signed().by().person()).orElse(null),
                file.end().flatMap(end -> end.offer()).orElse(null));
    }
}
