package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.AssignmentReason;
import fr.genereferral.hubdirectory.ReopeningReason;
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

/** GET /v1/reference/coordination-reasons: why the coordinator asks a hub by hand, or lets a search begin anew. */
@Path("/v1/reference/coordination-reasons")
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
public class CoordinationReasonResource {
    private final ValueSet codes;

    CoordinationReasonResource(ObjectMapper json) throws IOException {
        try (var in = CoordinationReasonResource.class.getResourceAsStream("/coordination-reasons.json")) {
            codes = json.readValue(in, Texts.class).valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(
            LocalDate effectiveFrom,
            Map<AssignmentReason, DeclineReasonResource.Label> assignment,
            Map<ReopeningReason, DeclineReasonResource.Label> reopening) {

        ValueSet valueSet() {
            return new ValueSet(
                    effectiveFrom,
                    List.of(
                            new Move("ASSIGN_HUB", reasons(AssignmentReason.values(), assignment)),
                            new Move("REOPEN_SEARCH", reasons(ReopeningReason.values(), reopening))));
        }

        private static <E extends Enum<E>> List<Reason> reasons(E[] codes, Map<E, DeclineReasonResource.Label> labels) {
            return Arrays.stream(codes)
                    .map(code -> new Reason(code.name(), labels.get(code)))
                    .toList();
        }
    }

    /** One move with the reasons that there are for it. */
    @Schema(name = "CoordinationMove")
    record Move(String code, List<Reason> reasons) {}

    /** One reason. */
    @Schema(name = "CoordinationReason")
    record Reason(String code, DeclineReasonResource.Label label) {}

    /** The codes that are in force from a day on. */
    @Schema(name = "CoordinationReasons")
    record ValueSet(LocalDate effectiveFrom, List<Move> items) {}

    @GET
    @Operation(operationId = "readCoordinationReasons")
    public ValueSet read() {
        return codes;
    }
}
