package fr.genereferral.hubdirectory.tracking;

import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementRecords;
import fr.genereferral.hubdirectory.web.ConditionalRead;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.QuestionsTag;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** GET /v1/placements/{referralId}: the whole story for the coordinator; a hub reads its own part. */
@Path("/v1/placements/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
public class PlacementResource {
    private final PlacementRecords records;
    private final CurrentUser user;

    PlacementResource(PlacementRecords records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Operation(operationId = "readPlacement")
    @APIResponseSchema(PlacementRepresentation.class)
    public Uni<Response> read(UUID referralId, @Context Request request) {
        var national = user.isNational();
        var hub = national ? null : user.hub();
        return records.placement(referralId, user.rights()).map(file -> {
            var reader = national ? Reader.national() : Reader.hub(hub, file);
            var tag = tag(file.placement());
            return ConditionalRead.of(request, tag, () -> Response.ok(PlacementRepresentation.from(file, reader))
                    .tag(tag)
                    .build());
        });
    }

    /**
     * The end of a search or of a referral is no word of this service, so that it has no version, and is to be seen. So it is
     * with the deadline of the open offer, which every question moves and every answer.
     */
    private static String tag(Placement placement) {
        var open = placement.allOffers().stream().filter(Offer::isOpen).findFirst();
        var questions = open.map(Offer::rest).map(QuestionsTag::of).orElse("");
        return placement.version() + "-" + placement.state() + questions;
    }
}
