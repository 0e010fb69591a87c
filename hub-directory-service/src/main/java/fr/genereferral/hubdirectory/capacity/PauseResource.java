package fr.genereferral.hubdirectory.capacity;

import fr.genereferral.hubdirectory.web.HubNumber;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/hubs/{id}/pauses: from a day on the hub takes nobody, for one therapy or for all. */
@Path("/v1/hubs/{id}/pauses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.COORDINATOR})
@Cancellable(false)
public class PauseResource {
    private final TellingCapacity telling;
    private final ReadingCapacity reading;
    private final Teller teller;

    PauseResource(TellingCapacity telling, ReadingCapacity reading, Teller teller) {
        this.telling = telling;
        this.reading = reading;
        this.teller = teller;
    }

    @POST
    @Operation(operationId = "pauseHub")
    @APIResponseSchema(value = CapacityRepresentation.class, responseCode = "201")
    public Uni<Response> pause(
            String id,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "PauseDeclaration"))) byte[] body) {
        var errand = teller.errand(id, key, body);
        var hub = HubNumber.of(id);
        return telling.pause(hub, CapacityBodies.pause(body, reading.today(hub)), errand)
                .chain(changed -> reading.of(hub, true))
                .map(CapacityResource::created);
    }
}
