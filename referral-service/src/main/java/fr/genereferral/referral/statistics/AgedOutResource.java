package fr.genereferral.referral.statistics;

import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/statistics/aged-out: how many children have grown out of a therapy while they waited for a hub. */
@Path("/v1/statistics/aged-out")
@Produces(MediaType.APPLICATION_JSON)
public class AgedOutResource {
    private final CountingAgedOut counting;
    private final StatisticsConfig config;
    private final AgedOutTexts texts;

    AgedOutResource(CountingAgedOut counting, StatisticsConfig config, AgedOutTexts texts) {
        this.counting = counting;
        this.config = config;
        this.texts = texts;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "countAgedOut")
    public Uni<AgedOutRepresentation> agedOut() {
        return counting.losses().map(losses -> AgedOutRepresentation.of(losses, config.least(), texts));
    }
}
