package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.GiveBackReason;
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

/** GET /v1/reference/give-back-reasons: why a hub takes its yes back, and whether it is asked again for the child. */
@Path("/v1/reference/give-back-reasons")
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
public class GiveBackReasonResource {
    private final ValueSet reasons;

    GiveBackReasonResource(ObjectMapper json) throws IOException {
        try (var in = GiveBackReasonResource.class.getResourceAsStream("/give-back-reasons.json")) {
            reasons = json.readValue(in, Texts.class).valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(LocalDate effectiveFrom, Map<GiveBackReason, DeclineReasonResource.Label> reasons) {
        ValueSet valueSet() {
            var items = Arrays.stream(GiveBackReason.values())
                    .map(code -> new Item(code, reasons.get(code), code.isForGood()))
                    .toList();
            return new ValueSet(effectiveFrom, items);
        }
    }

    /**
     * One reason.
     *
     * @param forGood the hub is not asked again for this child
     */
    @Schema(name = "GiveBackReasonItem")
    record Item(GiveBackReason code, DeclineReasonResource.Label label, boolean forGood) {}

    /** The reasons that are in force from a day on. */
    @Schema(name = "GiveBackReasons")
    record ValueSet(LocalDate effectiveFrom, List<Item> items) {}

    @GET
    @Operation(operationId = "readGiveBackReasons")
    public ValueSet read() {
        return reasons;
    }
}
