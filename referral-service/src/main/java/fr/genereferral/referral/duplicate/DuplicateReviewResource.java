package fr.genereferral.referral.duplicate;

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

/** POST /v1/referrals/{id}/duplicate-review: the coordinator says that it is of another child. */
@Path("/v1/referrals/{id}/duplicate-review")
@Produces(MediaType.APPLICATION_JSON)
public class DuplicateReviewResource {
    private final FindingCheck check;
    private final RulingOutDuplicate rulingOut;
    private final CurrentUser user;

    DuplicateReviewResource(FindingCheck check, RulingOutDuplicate rulingOut, CurrentUser user) {
        this.check = check;
        this.rulingOut = rulingOut;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @Cancellable(false)
    @Operation(operationId = "decideDuplicate")
    @RequestBody(ref = "DuplicateDecision")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> decide(UUID id, byte[] body) {
        var access = user.access("DECIDE_DUPLICATE");
        return check.ruledOut(body)
                .map(other -> rulingOut.ruleOut(id, other, access))
                .orElseGet(() -> rulingOut.ruleOut(id, access))
                .map(stored -> ReferralAnswer.ok(stored, access.rights()));
    }
}
