package fr.genereferral.hubdirectory.preview;

import fr.genereferral.hubdirectory.web.MatchRunRepresentation;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/hubs/match-preview: which hub would be asked, for whoever is signed in; a birth date has no place in an address. */
@Path("/v1/hubs/match-preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class MatchPreviewResource {
    private final Previewing previewing;

    MatchPreviewResource(Previewing previewing) {
        this.previewing = previewing;
    }

    @POST
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
    @Operation(operationId = "previewMatch")
    public Uni<MatchRunRepresentation> preview(
            @RequestBody(content = @Content(schema = @Schema(ref = "MatchPreview"))) byte[] body) {
        return previewing.preview(PreviewBody.read(body, previewing.today())).map(MatchRunRepresentation::preview);
    }
}
