package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/placements/{referralId}/actions: what the coordinator may do with it now. */
@Path("/v1/placements/{referralId}/actions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
public class PlacementActionsResource {
    private final ReadingEscalations reading;
    private final CurrentUser user;

    PlacementActionsResource(ReadingEscalations reading, CurrentUser user) {
        this.reading = reading;
        this.user = user;
    }

    @GET
    @Operation(operationId = "readPlacementActions")
    public Uni<PlacementActions> actions(UUID referralId) {
        return reading.actions(referralId, user.coordinator());
    }
}
