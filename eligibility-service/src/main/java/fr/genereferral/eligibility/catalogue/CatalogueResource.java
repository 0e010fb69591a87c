package fr.genereferral.eligibility.catalogue;

import fr.genereferral.eligibility.Refused;
import fr.genereferral.eligibility.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/reference: facts and therapies. */
@Path("/v1/reference")
@Produces(MediaType.APPLICATION_JSON)
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
public class CatalogueResource {
    private static final Pattern DISEASE = Pattern.compile("ORPHA:[1-9]\\d{0,5}");
    private static final Pattern GENE = Pattern.compile("HGNC:[1-9]\\d{0,4}");

    private final ReadingCatalogue reading;

    CatalogueResource(ReadingCatalogue reading) {
        this.reading = reading;
    }

    @GET
    @Path("/facts")
    @Operation(operationId = "listFacts")
    public byte[] facts() {
        return reading.facts();
    }

    @GET
    @Path("/therapies")
    @Operation(operationId = "listTherapies")
    public Uni<List<TherapyRepresentation>> therapies(
            @QueryParam("disease") String disease, @QueryParam("gene") String gene) {
        expect(DISEASE, disease);
        expect(GENE, gene);
        return reading.therapies(disease, gene);
    }

    private static void expect(Pattern form, String parameter) {
        if (parameter != null && !form.matcher(parameter).matches()) {
            throw Refused.because("PARAMETER_INVALID");
        }
    }

    @GET
    @Path("/therapies/{id}")
    @Operation(operationId = "readTherapy")
    public Uni<CriteriaRepresentation> therapy(@PathParam("id") String id) {
        return reading.therapy(id);
    }
}
