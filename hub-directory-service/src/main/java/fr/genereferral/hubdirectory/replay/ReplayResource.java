package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.web.CurrentUser;
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

/** POST /v1/match-runs/replay: what if? Nothing is stored, and nobody is asked. */
@Path("/v1/match-runs/replay")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class ReplayResource {
    private final Replaying replaying;
    private final CurrentUser user;

    ReplayResource(Replaying replaying, CurrentUser user) {
        this.replaying = replaying;
        this.user = user;
    }

    @POST
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "replayMatchRuns")
    public Uni<Replayed> replay(
            @RequestBody(content = @Content(schema = @Schema(ref = "ReplayQuestion"))) byte[] body) {
        // Every run of the country: whoever reads them says for whom.
        user.organisation();
        return replaying.replay(QuestionBody.read(body));
    }
}
