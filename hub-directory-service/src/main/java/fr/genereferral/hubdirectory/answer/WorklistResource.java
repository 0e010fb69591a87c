package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.PlacementRecords;
import fr.genereferral.hubdirectory.PlacementRecords.ListedOffer;
import fr.genereferral.hubdirectory.PlacementRecords.WaitingQuery;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Paged;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** GET /v1/worklist: what waits for the answer of the caller's hub, the most pressing first, and who reads it. */
@Path("/v1/worklist")
@Produces(MediaType.APPLICATION_JSON)
public class WorklistResource {
    private final PlacementRecords records;
    private final CurrentUser user;

    WorklistResource(PlacementRecords records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "WorklistPage")
    record Page(
            List<OfferLineRepresentation> items,
            @Schema(nullable = true) String next) {}

    @GET
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Operation(operationId = "readWorklist")
    @APIResponseSchema(Page.class)
    public Uni<Response> read(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var query = new WaitingQuery(WaitingCursor.read(cursor).orElse(null), Parameters.pageSize(limit));
        return records.waiting(query, user.hub()).map(found -> page(found, query.limit()));
    }

    private static Response page(List<ListedOffer> found, int limit) {
        var items =
                found.stream().limit(limit).map(OfferLineRepresentation::from).toList();
        var next = found.size() > limit
                ? WaitingCursor.of(found.get(limit - 1).line().waiting())
                : null;
        return Paged.of("/v1/worklist", limit).answer(new Page(items, next), next);
    }
}
