package fr.genereferral.referral.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.WishReason;
import fr.genereferral.referral.web.ProblemCatalogue.Text;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
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

/** GET /v1/reference/wish-reasons: why a family would rather go to a hub, or does not. */
@Path("/v1/reference/wish-reasons")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR, Roles.INTEGRATOR
})
public class WishReasonResource {
    private final ValueSet reasons;

    WishReasonResource(ObjectMapper json) throws IOException {
        try (var in = WishReasonResource.class.getResourceAsStream("/wish-reasons.json")) {
            reasons = json.readValue(in, Texts.class).valueSet();
        }
    }

    /** As the data file keeps them. */
    record Texts(LocalDate effectiveFrom, Map<WishReason, Text> reasons) {
        ValueSet valueSet() {
            var items = Arrays.stream(WishReason.values())
                    .map(code -> new Item(code, reasons.get(code)))
                    .toList();
            return new ValueSet(effectiveFrom, items);
        }
    }

    /** One reason. */
    @Schema(name = "WishReasonItem")
    record Item(WishReason code, Text label) {}

    /** The reasons that are in force from a day on. */
    @Schema(name = "WishReasons")
    record ValueSet(LocalDate effectiveFrom, List<Item> items) {}

    @GET
    @Operation(operationId = "listWishReasons")
    public Uni<ValueSet> list() {
        return Uni.createFrom().item(reasons);
    }
}
