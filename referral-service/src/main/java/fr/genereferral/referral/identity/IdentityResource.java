package fr.genereferral.referral.identity;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** GET /v1/referrals/{id}/identity: for the hospital, and for the hub while its offer is live or accepted. */
@Path("/v1/referrals/{id}/identity")
@Produces(MediaType.APPLICATION_JSON)
public class IdentityResource {
    private final OpeningIdentity opening;
    private final CurrentUser user;

    IdentityResource(OpeningIdentity opening, CurrentUser user) {
        this.opening = opening;
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

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
