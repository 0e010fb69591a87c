package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/accreditations/{id}/affected/{referralId}/confirmation: a child stays, or is moved, by the coordinator's word. */
@Path("/v1/accreditations/{id}/affected/{referralId}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Cancellable(false)
public class LossConfirmationResource {
    private final ConfirmingLosses confirming;
    private final CurrentUser user;

    LossConfirmationResource(ConfirmingLosses confirming, CurrentUser user) {
        this.confirming = confirming;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "confirmLoss")
    public Uni<AffectedRepresentation.Line> confirm(
            UUID id,
            UUID referralId,
            @RequestBody(content = @Content(schema = @Schema(ref = "LossConfirmationWord"))) byte[] body) {
        var by = user.signatory();
        return confirming.confirm(id, referralId, AccreditationBodies.lossWord(body), by);
    }
}
