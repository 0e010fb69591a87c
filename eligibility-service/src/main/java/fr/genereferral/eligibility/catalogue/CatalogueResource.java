package fr.genereferral.eligibility.catalogue;

import fr.genereferral.eligibility.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
    public Uni<List<TherapyRepresentation>> therapies() {
        return reading.therapies();
    }

    @GET
    @Path("/therapies/{id}")
    @Operation(operationId = "readTherapy")
    public Uni<CriteriaRepresentation> therapy(@PathParam("id") String id) {
        return reading.therapy(id);
    }
}
