package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.web.ConditionalRead;
import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** GET /v1/hubs: the directory, for whoever is signed in. */
@Path("/v1/hubs")
@Produces(MediaType.APPLICATION_JSON)
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
public class HubResource {
    private final Hubs hubs;

    HubResource(Hubs hubs) {
        this.hubs = hubs;
    }

    /** @param next always null: the whole directory is one page */
    @Schema(name = "HubPage")
    record Page(
            List<HubRepresentation> items,
            @Schema(nullable = true) String next) {}

    @GET
    @Operation(operationId = "listHubs")
    public Uni<Page> list() {
        return hubs.all()
                .map(found ->
                        new Page(found.stream().map(HubRepresentation::from).toList(), null));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readHub")
    @APIResponseSchema(HubRepresentation.class)
    public Uni<Response> read(String id, @Context Request request) {
        return hubs.byId(HubNumber.of(id)).map(hub -> {
            var representation = HubRepresentation.from(hub);
            return ConditionalRead.of(request, hub.version(), () -> Response.ok(representation)
                    .header("ETag", representation.etag())
                    .build());
        });
    }
}
