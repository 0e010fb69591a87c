package fr.genereferral.referral.wishes;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.IfMatch;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** PUT /v1/referrals/{id}/family-wishes: where the family would rather go, and where not, from now on. */
@Path("/v1/referrals/{id}/family-wishes")
@Produces(MediaType.APPLICATION_JSON)
public class WishesResource {
    private final WishesCheck check;
    private final ChangingWishes changing;
    private final CurrentUser user;

    WishesResource(WishesCheck check, ChangingWishes changing, CurrentUser user) {
        this.check = check;
        this.changing = changing;
        this.user = user;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "replaceFamilyWishes")
    @RequestBody(ref = "NewWishes")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> replace(
            UUID id, @HeaderParam("If-Match") String version, byte[] body) {
        var access = user.access("CHANGE_WISHES");
        var read = IfMatch.version(version);
        return changing.change(id, read, check.checked(body), access)
                .map(stored -> ReferralRepresentation.from(stored, access.rights()))
                .map(referral -> RestResponse.ResponseBuilder.ok(referral)
                        .header("ETag", referral.etag())
                        .build());
    }
}
