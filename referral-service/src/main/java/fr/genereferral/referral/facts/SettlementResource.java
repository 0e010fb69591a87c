package fr.genereferral.referral.facts;

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

/** POST /v1/referrals/{id}/facts/{name}/settlement: a clinician says which of several statements holds. */
@Path("/v1/referrals/{id}/facts/{name}/settlement")
@Produces(MediaType.APPLICATION_JSON)
public class SettlementResource {
    private final SettlingFact settling;
    private final CurrentUser user;

    SettlementResource(SettlingFact settling, CurrentUser user) {
        this.settling = settling;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "settleFact")
    @RequestBody(ref = "Settlement")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> settle(UUID id, String name, byte[] body) {
        var access = user.access("SETTLE_FACT");
        return settling.settle(id, name, Settlement.read(body), access)
                .map(stored -> ReferralAnswer.ok(stored, access.rights()));
    }
}
