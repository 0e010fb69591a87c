package fr.genereferral.referral.statistics;

import fr.genereferral.referral.Statistics;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/statistics/overrules: what the rules may have to learn from the experts. */
@Path("/v1/statistics/overrules")
@Produces(MediaType.APPLICATION_JSON)
public class OverruleResource {
    private final Statistics statistics;
    private final CurrentUser user;
    private final StatisticsConfig config;

    OverruleResource(Statistics statistics, CurrentUser user, StatisticsConfig config) {
        this.statistics = statistics;
        this.user = user;
        this.config = config;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.RULES_AUTHOR, Roles.RULES_REVIEWER})
    @Operation(operationId = "countOverrules")
    public Uni<OverrulesRepresentation> overrules() {
        var told = user.isNational() ? 1 : config.least();
        return statistics.overrules().map(counted -> OverrulesRepresentation.of(counted, told));
    }
}
