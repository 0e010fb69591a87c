package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.HubFunction;
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

/** GET /v1/reference/hub-functions: who speaks for a hub on the telephone. */
@Path("/v1/reference/hub-functions")
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
public class HubFunctionResource {
    private final ValueSet functions;

    HubFunctionResource(ObjectMapper json) throws IOException {
        try (var in = HubFunctionResource.class.getResourceAsStream("/hub-functions.json")) {
            functions = json.readValue(in, Texts.class).valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(LocalDate effectiveFrom, Map<HubFunction, DeclineReasonResource.Label> functions) {
        ValueSet valueSet() {
            var items = Arrays.stream(HubFunction.values())
                    .map(code -> new Item(code, functions.get(code)))
                    .toList();
            return new ValueSet(effectiveFrom, items);
        }
    }

    /** One function. */
    @Schema(name = "HubFunctionItem")
    record Item(HubFunction code, DeclineReasonResource.Label label) {}

    /** The functions that are in force from a day on. */
    @Schema(name = "HubFunctions")
    record ValueSet(LocalDate effectiveFrom, List<Item> items) {}

    @GET
    @Operation(operationId = "readHubFunctions")
    public ValueSet read() {
        return functions;
    }
}
