package fr.genereferral.eligibility.reclassification;

import fr.genereferral.eligibility.IdempotencyKey;
import fr.genereferral.eligibility.Refused;
import fr.genereferral.eligibility.VariantClassifications;
import fr.genereferral.eligibility.web.BodyHash;
import fr.genereferral.eligibility.web.CurrentUser;
import fr.genereferral.eligibility.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** GET and POST /v1/reference/variant-classifications. */
@Path("/v1/reference/variant-classifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class ClassificationResource {
    private static final Pattern GENE = Pattern.compile("HGNC:[1-9]\\d{0,4}");

    private final VariantClassifications classifications;
    private final ClassificationCheck check;
    private final CurrentUser user;

    ClassificationResource(VariantClassifications classifications, ClassificationCheck check, CurrentUser user) {
        this.classifications = classifications;
        this.check = check;
        this.user = user;
    }

    @GET
    @Operation(operationId = "listVariantClassifications")
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
    public Uni<List<ClassificationRepresentation>> list(@QueryParam("gene") String gene) {
        if (gene != null && !GENE.matcher(gene).matches()) {
            throw Refused.because("PARAMETER_INVALID");
        }
        return classifications
                .all(gene)
                .map(all -> all.stream().map(ClassificationRepresentation::from).toList());
    }

    @POST
    @Operation(operationId = "reclassifyVariant")
    @RolesAllowed({Roles.COORDINATOR, Roles.RULES_REVIEWER})
    public Uni<Response> record(@HeaderParam("Idempotency-Key") String key, byte[] body) {
        var once = IdempotencyKey.of(user.organisation(), key, BodyHash.of(body));
        return classifications.record(check.finding(body), once, user.subject()).map(recorded -> Response.created(
                        URI.create("/v1/reference/variant-classifications?gene="
                                + recorded.classification().gene()))
                .entity(ReclassificationRepresentation.from(recorded))
                .build());
    }
}
