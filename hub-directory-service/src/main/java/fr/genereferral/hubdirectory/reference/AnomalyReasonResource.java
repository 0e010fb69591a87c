package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.AnomalyOutcome;
import fr.genereferral.hubdirectory.AnomalyReason;
import fr.genereferral.hubdirectory.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** GET /v1/reference/anomaly-reasons: what can be wrong with an entry, and what can be done about it. */
@Path("/v1/reference/anomaly-reasons")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.REFERRER,
    Roles.HUB_CLINICIAN,
    Roles.HUB_ADMIN,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.RULES_AUTHOR,
    Roles.RULES_REVIEWER,
    Roles.INTEGRATOR
})
public class AnomalyReasonResource {
    private final ValueSet codes;

    AnomalyReasonResource(ObjectMapper json) throws IOException {
        try (var in = AnomalyReasonResource.class.getResourceAsStream("/anomaly-reasons.json")) {
            codes = json.readValue(in, Texts.class).valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(
            LocalDate effectiveFrom,
            Map<AnomalyReason, DeclineReasonResource.Label> reasons,
            Map<AnomalyOutcome, DeclineReasonResource.Label> outcomes) {

        ValueSet valueSet() {
            var why = Arrays.stream(AnomalyReason.values())
                    .map(code -> new Reason(code, reasons.get(code)))
                    .toList();
            var done = Arrays.stream(AnomalyOutcome.values())
                    .map(code -> new Outcome(code, outcomes.get(code)))
                    .toList();
            return new ValueSet(effectiveFrom, why, done);
        }
    }

    /** One reason. */
    @Schema(name = "AnomalyReasonItem")
    record Reason(AnomalyReason code, DeclineReasonResource.Label label) {}

    /** One outcome. */
    @Schema(name = "AnomalyOutcomeItem")
    record Outcome(AnomalyOutcome code, DeclineReasonResource.Label label) {}

    /** The codes that are in force from a day on. */
    @Schema(name = "AnomalyReasons")
    record ValueSet(LocalDate effectiveFrom, List<Reason> reasons, List<Outcome> outcomes) {}

    @GET
    @Operation(operationId = "readAnomalyReasons")
    public ValueSet read() {
        return codes;
    }
}
