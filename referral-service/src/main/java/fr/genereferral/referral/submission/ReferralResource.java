package fr.genereferral.referral.submission;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.ReferralAnswer;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
import fr.genereferral.referral.web.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/referrals: a hospital sends a referral, or begins to write one. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralResource {
    private final NewReferralCheck check;
    private final SubmittingReferral submitting;
    private final DraftCheck drafts;
    private final KeepingDraft keeping;
    private final RequestHash hash;
    private final CurrentUser user;

    ReferralResource(
            NewReferralCheck check,
            SubmittingReferral submitting,
            DraftCheck drafts,
            KeepingDraft keeping,
            RequestHash hash,
            CurrentUser user) {
        this.check = check;
        this.submitting = submitting;
        this.drafts = drafts;
        this.keeping = keeping;
        this.hash = hash;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "submitReferral")
    @RequestBody(ref = "NewReferral")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> submit(@HeaderParam("Idempotency-Key") String key, byte[] body) {
        var access = user.access("SUBMIT");
        var once = IdempotencyKey.of(access.by().organisation(), key, body, hash);
        var sent = StrictJson.parse(body);
        var kept = DraftBody.isMeant(sent)
                ? keeping.begin(drafts.checked(sent), once, access.doing("BEGIN_DRAFT"))
                        .map(draft -> DraftResource.representation(draft, access.rights()))
                : submitting
                        .submit(check.checked(sent), once, access)
                        .map(stored -> ReferralRepresentation.from(stored, access.rights()));
        return kept.map(referral -> ReferralAnswer.created(URI.create("/v1/referrals/" + referral.id()), referral));
    }
}
