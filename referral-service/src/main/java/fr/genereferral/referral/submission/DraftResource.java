package fr.genereferral.referral.submission;

import fr.genereferral.referral.Rights;
import fr.genereferral.referral.submission.KeepingDraft.Kept;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.IfMatch;
import fr.genereferral.referral.web.ReferralAnswer;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
import fr.genereferral.referral.web.StrictJson;
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

/** PUT /v1/referrals/{id}: a hospital writes on at a referral that it has not sent. */
@Path("/v1/referrals/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    private final DraftCheck check;
    private final KeepingDraft keeping;
    private final CurrentUser user;

    DraftResource(DraftCheck check, KeepingDraft keeping, CurrentUser user) {
        this.check = check;
        this.keeping = keeping;
        this.user = user;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "replaceDraft")
    @RequestBody(ref = "DraftReferral")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> replace(
            UUID id, @HeaderParam("If-Match") String version, byte[] body) {
        var access = user.access("EDIT_DRAFT");
        var read = IfMatch.draft(version);
        var written = check.checked(StrictJson.parse(body));
        return keeping.replace(id, read, written, access)
                .map(kept -> ReferralAnswer.ok(representation(kept, access.rights())));
    }

    static ReferralRepresentation representation(Kept kept, Rights rights) {
        return ReferralRepresentation.from(kept.stored(), rights, ReferralRepresentation.Beside.ofDraft(kept.draft()));
    }
}
