package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementRecords;
import fr.genereferral.hubdirectory.PlacementRecords.ListedOffer;
import fr.genereferral.hubdirectory.PlacementRecords.OfferQuery;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Paged;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** GET /v1/offers: what the caller's hub was ever asked, newest first, a page at a time. */
@Path("/v1/offers")
@Produces(MediaType.APPLICATION_JSON)
public class OfferListResource {
    private final PlacementRecords records;
    private final CurrentUser user;

    OfferListResource(PlacementRecords records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "OfferPage")
    record Page(
            List<OfferLineRepresentation> items,
            @Schema(nullable = true) String next) {}

    /** What the list may be narrowed by; taken as text, so that a wrong one gets a problem of ours. */
    static class Filter {
        @QueryParam("state")
        String state;

        @QueryParam("cursor")
        String cursor;

        @QueryParam("limit")
        String limit;

        OfferQuery query() {
            return new OfferQuery(
                    Parameters.oneOf(state, OfferState.class).orElse(null),
                    Parameters.id(cursor).orElse(null),
                    Parameters.pageSize(limit));
        }
    }

    @GET
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Operation(operationId = "listOffers")
    @APIResponseSchema(Page.class)
    public Uni<Response> list(@BeanParam Filter filter) {
        var query = filter.query();
        return records.offers(query, user.hub()).map(found -> page(found, query));
    }

    private static Response page(List<ListedOffer> found, OfferQuery query) {
        var items = found.stream()
                .limit(query.limit())
                .map(OfferLineRepresentation::from)
                .toList();
        var next =
                found.size() > query.limit() ? items.get(query.limit() - 1).id().toString() : null;
        return Paged.of("/v1/offers", query.limit()).by("state", query.state()).answer(new Page(items, next), next);
    }
}
