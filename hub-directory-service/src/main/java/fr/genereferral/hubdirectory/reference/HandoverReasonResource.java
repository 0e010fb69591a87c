package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.HandoverReason;
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

/** GET /v1/reference/handover-reasons: why a colleague goes on with a file. */
@Path("/v1/reference/handover-reasons")
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
public class HandoverReasonResource {
    private final ValueSet reasons;

    HandoverReasonResource(ObjectMapper json) throws IOException {
        try (var in = HandoverReasonResource.class.getResourceAsStream("/handover-reasons.json")) {
            reasons = json.readValue(in, Texts.class).valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(LocalDate effectiveFrom, Map<HandoverReason, DeclineReasonResource.Label> reasons) {
        ValueSet valueSet() {
            var items = Arrays.stream(HandoverReason.values())
                    .map(code -> new Item(code, reasons.get(code)))
                    .toList();
            return new ValueSet(effectiveFrom, items);
        }
    }

    /** One reason. */
    @Schema(name = "HandoverReasonItem")
    record Item(HandoverReason code, DeclineReasonResource.Label label) {}

    /** The reasons that are in force from a day on. */
    @Schema(name = "HandoverReasons")
    record ValueSet(LocalDate effectiveFrom, List<Item> items) {}

    @GET
    @Operation(operationId = "readHandoverReasons")
    public ValueSet read() {
        return reasons;
    }
}
