package fr.genereferral.referral.withdrawal;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.ReferralAnswer;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/referrals/{id}/cancellation: the hub in charge, or the coordinator for it, answers the hospital that wants to stop. */
@Path("/v1/referrals/{id}/cancellation")
@Produces(MediaType.APPLICATION_JSON)
public class CancellationResource {
    private final StopCheck check;
    private final AnsweringCancellation answering;
    private final CurrentUser user;

    CancellationResource(StopCheck check, AnsweringCancellation answering, CurrentUser user) {
        this.check = check;
        this.answering = answering;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR})
    @Cancellable(false)
    @Operation(operationId = "answerCancellation")
    @RequestBody(ref = "CancellationAnswer")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> answer(UUID id, byte[] body) {
        var access = user.access("ANSWER_CANCELLATION");
        return answering
                .answer(id, check.answer(body), access)
                .map(stored -> ReferralAnswer.ok(stored, access.rights()));
    }
}
