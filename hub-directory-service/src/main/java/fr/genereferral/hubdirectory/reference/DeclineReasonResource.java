package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.DeclineReason;
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

/** GET /v1/reference/decline-reasons: codes, what they mean and what follows. */
@Path("/v1/reference/decline-reasons")
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
public class DeclineReasonResource {
    private final ValueSet reasons;

    DeclineReasonResource(ObjectMapper json) throws IOException {
        try (var in = DeclineReasonResource.class.getResourceAsStream("/decline-reasons.json")) {
            var texts = json.readValue(in, new TypeReference<Texts>() {});
            reasons = texts.valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(LocalDate effectiveFrom, Map<DeclineReason, Label> reasons) {

        ValueSet valueSet() {
            var items = Arrays.stream(DeclineReason.values())
                    .map(reason -> new Item(reason, reasons.get(reason), reason.follows(), reason.isForGood()))
                    .toList();
            return new ValueSet(effectiveFrom, items);
        }
    }

    /** French and English. */
    @Schema(name = "Label")
    record Label(String fr, String en) {}

    /**
     * One reason.
     *
     * @param forGood the hub is not asked again for this child
     */
    @Schema(name = "DeclineReasonItem")
    record Item(DeclineReason code, Label label, DeclineReason.Follows follows, boolean forGood) {}

    /** The reasons that are in force from a day on. */
    @Schema(name = "DeclineReasons")
    record ValueSet(LocalDate effectiveFrom, List<Item> items) {}

    @GET
    @Operation(operationId = "readDeclineReasons")
    public ValueSet read() {
        return reasons;
    }
}
