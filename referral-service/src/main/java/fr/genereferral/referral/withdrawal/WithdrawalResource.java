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

/** POST /v1/referrals/{id}/withdrawal: 200 when it is done, 202 when a hub must be asked first. */
@Path("/v1/referrals/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalResource {
    private final StopCheck check;
    private final WithdrawingReferral withdrawing;
    private final CurrentUser user;

    WithdrawalResource(StopCheck check, WithdrawingReferral withdrawing, CurrentUser user) {
        this.check = check;
        this.withdrawing = withdrawing;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "withdrawReferral")
    @RequestBody(ref = "Withdrawal")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> withdraw(UUID id, byte[] body) {
        var access = user.access("WITHDRAW");
        return withdrawing
                .withdraw(id, check.reason(body), access)
                .map(stored -> ReferralRepresentation.from(stored, access.rights()))
                .map(referral -> ReferralAnswer.of(status(referral), referral).build());
    }

    private static RestResponse.Status status(ReferralRepresentation referral) {
        return referral.state().isEnd() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED;
    }
}
