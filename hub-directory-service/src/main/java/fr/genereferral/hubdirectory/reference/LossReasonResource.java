package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.LossReason;
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

/** GET /v1/reference/loss-reasons: what may become of a child whose hub has lost its accreditation, and why. */
@Path("/v1/reference/loss-reasons")
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
public class LossReasonResource {
    private final ValueSet codes;

    LossReasonResource(ObjectMapper json) throws IOException {
        try (var in = LossReasonResource.class.getResourceAsStream("/loss-reasons.json")) {
            codes = json.readValue(in, Texts.class).valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(
            LocalDate effectiveFrom,
            Map<LossDecision, DeclineReasonResource.Label> decisions,
            Map<LossReason, DeclineReasonResource.Label> reasons) {

        ValueSet valueSet() {
            var items = Arrays.stream(LossDecision.values())
                    .map(code -> new Decision(code, decisions.get(code), reasonsFor(code)))
                    .toList();
            return new ValueSet(effectiveFrom, items);
        }

        private List<Reason> reasonsFor(LossDecision decision) {
            return Arrays.stream(LossReason.values())
                    .filter(code -> code.isFor(decision))
                    .map(code -> new Reason(code, reasons.get(code)))
                    .toList();
        }
    }

    /** One decision with the reasons that there are for it. */
    @Schema(name = "LossDecisionItem")
    record Decision(LossDecision code, DeclineReasonResource.Label label, List<Reason> reasons) {}

    /** One reason. */
    @Schema(name = "LossReasonItem")
    record Reason(LossReason code, DeclineReasonResource.Label label) {}

    /** The codes that are in force from a day on. */
    @Schema(name = "LossReasons")
    record ValueSet(LocalDate effectiveFrom, List<Decision> items) {}

    @GET
    @Operation(operationId = "readLossReasons")
    public ValueSet read() {
        return codes;
    }
}
