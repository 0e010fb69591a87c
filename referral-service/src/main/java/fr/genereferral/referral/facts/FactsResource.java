package fr.genereferral.referral.facts;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.ReferralAnswer;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** /v1/referrals/{id}/facts: what arrives is added, and everything that was ever said is read. */
@Path("/v1/referrals/{id}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class FactsResource {
    private final AddedFactsCheck check;
    private final AddingFacts adding;
    private final ReferralRecords records;
    private final RequestHash hash;
    private final CurrentUser user;

    FactsResource(
            AddedFactsCheck check, AddingFacts adding, ReferralRecords records, RequestHash hash, CurrentUser user) {
        this.check = check;
        this.adding = adding;
        this.records = records;
        this.hash = hash;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Operation(operationId = "addFacts")
    @RequestBody(ref = "AddedFacts")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> add(
            UUID id, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        var access = user.access("ADD_FACTS");
        var request = IdempotencyKey.of(access.by().organisation(), key, body, hash);
        return adding.add(id, check.checked(body), request, access).map(result -> {
            var referral = ReferralRepresentation.from(result.stored(), access.rights());
            var status = result.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
            return ReferralAnswer.of(status, referral)
                    .location(URI.create("/v1/referrals/" + id + "/facts"))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "readFacts")
    public Uni<FactsRepresentation> read(UUID id) {
        return records.history(id, user.access("READ_FACTS")).map(FactsRepresentation::from);
    }
}
