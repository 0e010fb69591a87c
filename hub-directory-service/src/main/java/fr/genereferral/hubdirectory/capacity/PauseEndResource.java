package fr.genereferral.hubdirectory.capacity;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/capacity-pauses/{id}/end: until when a pause lasts; the last word counts. */
@Path("/v1/capacity-pauses/{id}/end")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.COORDINATOR})
@Cancellable(false)
public class PauseEndResource {
    private final TellingCapacity telling;
    private final ReadingCapacity reading;
    private final Teller teller;

    PauseEndResource(TellingCapacity telling, ReadingCapacity reading, Teller teller) {
        this.telling = telling;
        this.reading = reading;
        this.teller = teller;
    }

    @POST
    @Operation(operationId = "endPause")
    @APIResponseSchema(value = CapacityRepresentation.class, responseCode = "201")
    public Uni<Response> end(
            UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "PauseEnd"))) byte[] body) {
        var errand = teller.errand(id, key, body);
        return telling.end(id, CapacityBodies.end(body), errand)
                .chain(hub -> reading.of(hub.id(), true))
                .map(CapacityResource::created);
    }
}
