package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/placements/{referralId}/reopening: a search that has come to nothing begins anew. */
@Path("/v1/placements/{referralId}/reopening")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Cancellable(false)
public class ReopeningResource {
    private final CoordinatingPlacements coordinating;
    private final CurrentUser user;

    ReopeningResource(CoordinatingPlacements coordinating, CurrentUser user) {
        this.coordinating = coordinating;
        this.user = user;
    }

    /** What follows comes by way of referral-service: it asks for the search with the facts of today. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reopenSearch")
    @APIResponseSchema(value = AssignmentsRepresentation.class, responseCode = "202")
    public Uni<Response> reopen(
            UUID referralId, @RequestBody(content = @Content(schema = @Schema(ref = "ReopeningOrder"))) byte[] body) {
        var by = user.coordinator();
        return coordinating
                .reopen(referralId, CoordinationBodies.reopening(body), by)
                .map(found ->
                        Response.accepted(AssignmentsRepresentation.of(found)).build());
    }
}
