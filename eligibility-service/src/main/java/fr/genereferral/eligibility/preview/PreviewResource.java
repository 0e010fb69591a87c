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

/** POST /v1/eligibility: preview (what would the rules say?) and comparison (what would be different?). */
@Path("/v1/eligibility")
@Produces(MediaType.APPLICATION_JSON)
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
public class PreviewResource {
    private final PreviewCheck check;
    private final PreviewingEligibility previewing;

    PreviewResource(PreviewCheck check, PreviewingEligibility previewing) {
        this.check = check;
        this.previewing = previewing;
    }

    @POST
    @Path("/preview")
    @Operation(operationId = "previewEligibility")
    public Uni<byte[]> preview(byte[] body) {
        return bytes(check.preview(body).chain(previewing::preview));
    }

    @POST
    @Path("/comparison")
    @Operation(operationId = "compareEligibility")
    public Uni<byte[]> compare(byte[] body) {
        return bytes(check.comparison(body).chain(previewing::compare));
    }

    private static Uni<byte[]> bytes(Uni<String> document) {
        return document.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
