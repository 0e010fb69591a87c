package fr.genereferral.referral.submission;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.ReferralAnswer;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/referrals/{id}/submission: a hospital sends what it has written. */
@Path("/v1/referrals/{id}/submission")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
    private final SendingDraft sending;
    private final RequestHash hash;
    private final CurrentUser user;

    SubmissionResource(SendingDraft sending, RequestHash hash, CurrentUser user) {
        this.sending = sending;
        this.hash = hash;
        this.user = user;
    }

    @POST
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "submitDraft")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> submit(UUID id, @HeaderParam("Idempotency-Key") String key) {
        var access = user.access("SUBMIT");
        // There is no body: the same key for another draft is another request all the same.
        var request = ("submission of " + id).getBytes(StandardCharsets.UTF_8);
        var once = IdempotencyKey.of(access.by().organisation(), key, request, hash);
        return sending.send(id, once, access).map(stored -> ReferralAnswer.ok(stored, access.rights()));
    }
}
