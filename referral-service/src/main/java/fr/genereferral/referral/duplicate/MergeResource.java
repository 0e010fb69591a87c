package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Merge;
import fr.genereferral.referral.web.CurrentUser;
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

/** The coordinator says that two referrals are of one child, or that two which were made one are not. */
@Path("/v1/referrals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Cancellable(false)
public class MergeResource {
    private final FindingCheck check;
    private final MergingReferrals merging;
    private final CurrentUser user;

    MergeResource(FindingCheck check, MergingReferrals merging, CurrentUser user) {
        this.check = check;
        this.merging = merging;
        this.user = user;
    }

    /** 200 when it is done, 202 when a hub must hear first. */
    @POST
    @Path("/merge")
    @Operation(operationId = "mergeDuplicate")
    @RequestBody(ref = "MergeDecision")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = MergeRepresentation.class)))
    public Uni<RestResponse<MergeRepresentation>> merge(UUID id, byte[] body) {
        var access = user.access("MERGE_DUPLICATE");
        return merging.merge(id, check.finding(body), access).map(merge -> {
            var status = merge.state() == Merge.Stage.STOPPING ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK;
            return RestResponse.status(status, MergeRepresentation.of(merge));
        });
    }

    @POST
    @Path("/merge-undoing")
    @Operation(operationId = "undoMerge")
    @RequestBody(ref = "MergeUndoing")
    public Uni<MergeRepresentation> undo(UUID id, byte[] body) {
        var access = user.access("UNDO_MERGE");
        return merging.undo(id, check.undoing(body), access).map(MergeRepresentation::of);
    }
}
