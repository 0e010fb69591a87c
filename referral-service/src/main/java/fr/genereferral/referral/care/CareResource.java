package fr.genereferral.referral.care;

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

/** POST /v1/referrals/{id}/care: the hub in charge says that care begins. */
@Path("/v1/referrals/{id}/care")
@Produces(MediaType.APPLICATION_JSON)
public class CareResource {
    private final CareCheck check;
    private final FollowingCare following;
    private final CurrentUser user;

    CareResource(CareCheck check, FollowingCare following, CurrentUser user) {
        this.check = check;
        this.following = following;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Cancellable(false)
    @Operation(operationId = "beginCare")
    @RequestBody(ref = "BeginningOfCare")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> begin(UUID id, byte[] body) {
        var access = user.access("BEGIN_CARE");
        return following
                .begin(id, check.begunOn(body), access)
                .map(stored -> ReferralAnswer.ok(stored, access.rights()));
    }
}
