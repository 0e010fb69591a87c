package fr.genereferral.referral.identity;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.IfMatch;
import fr.genereferral.referral.web.ReferralAnswer;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * /v1/referrals/{id}/identity: read by the hospital, and by the hub while its offer is live or accepted; corrected by the hospital that
 * has sent the referral.
 */
@Path("/v1/referrals/{id}/identity")
@Produces(MediaType.APPLICATION_JSON)
public class IdentityResource {
    private final OpeningIdentity opening;
    private final CorrectionCheck check;
    private final CorrectingIdentity correcting;
    private final CurrentUser user;

    IdentityResource(OpeningIdentity opening, CorrectionCheck check, CorrectingIdentity correcting, CurrentUser user) {
        this.opening = opening;
        this.check = check;
        this.correcting = correcting;
        this.user = user;
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Cancellable(false)
    @Operation(operationId = "readIdentity")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Identity")))
    public Uni<String> read(UUID id) {
        return opening.open(id, user.access("READ_IDENTITY")).map(IdentityResource::json);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "correctIdentity")
    @RequestBody(ref = "IdentityCorrection")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> correct(
            UUID id, @HeaderParam("If-Match") String version, byte[] body) {
        var access = user.access("CORRECT_IDENTITY");
        var read = IfMatch.version(version);
        return correcting
                .correct(id, read, check.checked(body), access)
                .map(stored -> ReferralAnswer.ok(stored, access.rights()));
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
