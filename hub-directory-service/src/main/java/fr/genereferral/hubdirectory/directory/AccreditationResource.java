package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Hub;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The coordinator grants and ends accreditations; both may lie in the past, for news comes late. */
@Path("/v1/hubs/{id}/accreditations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Cancellable(false)
public class AccreditationResource {
    private final Accrediting accrediting;
    private final CurrentUser user;

    AccreditationResource(Accrediting accrediting, CurrentUser user) {
        this.accrediting = accrediting;
        this.user = user;
    }

    @POST
    @Operation(operationId = "grantAccreditation")
    @APIResponseSchema(value = HubRepresentation.class, responseCode = "201")
    public Uni<Response> grant(
            String id,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "AccreditationGrant"))) byte[] body) {
        var once = new IdempotencyKey(user.organisation(), key, BodyHash.of(body));
        return accrediting
                .grant(HubNumber.of(id), AccreditationBodies.grant(body), once, user.signatory())
                .map(hub -> answer(Response.created(URI.create("/v1/hubs/" + id)), hub));
    }

    @POST
    @Path("/{therapy}/revocation")
    @Operation(operationId = "revokeAccreditation")
    @APIResponseSchema(HubRepresentation.class)
    public Uni<Response> revoke(
            String id,
            String therapy,
            @RequestBody(content = @Content(schema = @Schema(ref = "AccreditationRevocation"))) byte[] body) {
        // Before anything is looked at: a caller of no organisation is told that, whatever the address names.
        var signatory = user.signatory();
        return accrediting
                .revoke(HubNumber.of(id), AccreditationBodies.revocation(therapy, body), signatory)
                .map(hub -> answer(Response.ok(), hub));
    }

    private static Response answer(Response.ResponseBuilder response, Hub hub) {
        var representation = HubRepresentation.from(hub);
        return response.entity(representation)
                .header("ETag", representation.etag())
                .build();
    }
}
