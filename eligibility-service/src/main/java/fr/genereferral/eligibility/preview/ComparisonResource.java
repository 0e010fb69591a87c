package fr.genereferral.eligibility.preview;

import fr.genereferral.eligibility.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** POST /v1/eligibility/comparison: what would be different? */
@Path("/v1/eligibility/comparison")
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {
    private final PreviewCheck check;
    private final PreviewingEligibility previewing;

    ComparisonResource(PreviewCheck check, PreviewingEligibility previewing) {
        this.check = check;
        this.previewing = previewing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.REFERRER,
        Roles.HUB_CLINICIAN,
        Roles.HUB_ADMIN,
        Roles.COORDINATOR,
        Roles.RULES_AUTHOR,
        Roles.RULES_REVIEWER,
        Roles.AUDITOR,
        Roles.INTEGRATOR
    })
    @Operation(operationId = "compareEligibility")
    public Uni<byte[]> compare(byte[] body) {
        return check.comparison(body)
                .chain(previewing::compare)
                .map(document -> document.getBytes(StandardCharsets.UTF_8));
    }
}
