package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.web.BodyHash;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/accreditations/{id}/trained-teams: dated evidence that a team is trained. */
@Path("/v1/accreditations/{id}/trained-teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Cancellable(false)
public class TrainedTeamResource {
    private final Accrediting accrediting;
    private final CurrentUser user;

    TrainedTeamResource(Accrediting accrediting, CurrentUser user) {
        this.accrediting = accrediting;
        this.user = user;
    }

    @POST
    @Operation(operationId = "attestTrainedTeam")
    @APIResponseSchema(value = HubRepresentation.class, responseCode = "201")
    public Uni<Response> attest(
            UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "TrainedTeamEvidence"))) byte[] body) {
        // The body does not name the accreditation: under one key it would attest one team and pass for another's.
        var once = IdempotencyKey.of(user.organisation(), key, BodyHash.of(id.toString(), body));
        return accrediting
                .attestTeam(id, AccreditationBodies.team(body), once, user.signatory())
                .map(HubRepresentation::from)
                .map(hub -> Response.created(URI.create("/v1/hubs/" + hub.id() + "/accreditations"))
                        .entity(hub)
                        .header("ETag", hub.etag())
                        .build());
    }
}
