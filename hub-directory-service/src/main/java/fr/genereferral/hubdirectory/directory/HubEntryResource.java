package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.BodyHash;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.IfMatch;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The coordinator adds hubs and changes their entries; a hub changes how it is reached. */
@Path("/v1/hubs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class HubEntryResource {
    private final KeepingEntries keeping;
    private final CurrentUser user;
    private final Clock clock;

    HubEntryResource(KeepingEntries keeping, CurrentUser user, Clock clock) {
        this.keeping = keeping;
        this.user = user;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "registerHub")
    @APIResponseSchema(value = HubRepresentation.class, responseCode = "201")
    public Uni<Response> register(
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "HubRegistration"))) byte[] body) {
        var once = IdempotencyKey.of(user.organisation(), key, BodyHash.of(body));
        var registration = HubBodies.registration(body, today());
        return keeping.register(registration, once, user.signatory())
                .map(HubRepresentation::from)
                .map(hub -> answer(Response.created(URI.create("/v1/hubs/" + hub.id())), hub));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.HUB_ADMIN})
    @Operation(operationId = "editHub")
    @APIResponseSchema(HubRepresentation.class)
    public Uni<Response> edit(
            String id,
            @HeaderParam("If-Match") String version,
            @RequestBody(content = @Content(schema = @Schema(ref = "HubEdit"))) byte[] body) {
        var signatory = user.signatory();
        if (!user.isCoordinator() && !user.hub().equals(id)) {
            throw Refused.because("FORBIDDEN");
        }
        var hub = HubNumber.of(id);
        var edit = HubBodies.edit(body, IfMatch.version(version), user.isCoordinator(), today());
        return keeping.edit(hub, edit, signatory)
                .map(HubRepresentation::from)
                .map(changed -> answer(Response.ok(), changed));
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }

    private static Response answer(Response.ResponseBuilder response, HubRepresentation hub) {
        return response.entity(hub).header("ETag", hub.etag()).build();
    }
}
