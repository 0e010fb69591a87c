package fr.genereferral.hubdirectory.capacity;

import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** What a hub can do: everybody reads it, its administrator and the coordinator tell it. */
@Path("/v1/hubs/{id}/capacity")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class CapacityResource {
    private final TellingCapacity telling;
    private final ReadingCapacity reading;
    private final Teller teller;

    CapacityResource(TellingCapacity telling, ReadingCapacity reading, Teller teller) {
        this.telling = telling;
        this.reading = reading;
        this.teller = teller;
    }

    @GET
    @RolesAllowed({
        Roles.REFERRER,
        Roles.HUB_CLINICIAN,
        Roles.HUB_ADMIN,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.RULES_AUTHOR,
        Roles.RULES_REVIEWER,
        Roles.INTEGRATOR
    })
    @Operation(operationId = "readCapacity")
    public Uni<CapacityRepresentation> read(String id) {
        var hub = HubNumber.of(id);
        return reading.of(hub, teller.seesTaken(hub));
    }

    @POST
    @RolesAllowed({Roles.HUB_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "declareCapacity")
    @APIResponseSchema(value = CapacityRepresentation.class, responseCode = "201")
    public Uni<Response> declare(
            String id,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "CapacityDeclaration"))) byte[] body) {
        var errand = teller.errand(id, key, body);
        var hub = HubNumber.of(id);
        var told = CapacityBodies.declared(body, reading.today(hub), teller.source());
        return telling.declare(hub, told, errand)
                .chain(changed -> reading.of(hub, true))
                .map(CapacityResource::created);
    }

    static Response created(CapacityRepresentation capacity) {
        return Response.created(URI.create("/v1/hubs/" + capacity.hub() + "/capacity"))
                .entity(capacity)
                .build();
    }
}
