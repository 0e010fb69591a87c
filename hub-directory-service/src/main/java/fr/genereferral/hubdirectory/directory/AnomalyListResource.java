package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Anomalies;
import fr.genereferral.hubdirectory.Anomalies.AnomalyFile;
import fr.genereferral.hubdirectory.Anomalies.AnomalyQuery;
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

/** GET /v1/directory/anomalies: the coordinator's list of all, a hub's of its own. */
@Path("/v1/directory/anomalies")
@Produces(MediaType.APPLICATION_JSON)
public class AnomalyListResource {
    private final Anomalies anomalies;
    private final CurrentUser user;

    AnomalyListResource(Anomalies anomalies, CurrentUser user) {
        this.anomalies = anomalies;
        this.user = user;
    }

    /** Whether something was done about an anomaly. */
    @Schema(name = "AnomalyState")
    enum State {
        OPEN,
        SETTLED;

        /** Null for either. */
        private static State of(Boolean settled) {
            if (settled == null) {
                return null;
            }
            return settled ? SETTLED : OPEN;
        }
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "AnomalyPage")
    record Page(
            List<AnomalyRepresentation> items,
            @Schema(nullable = true) String next) {}

    /** Taken as text, so that a wrong one gets a problem of ours. */
    static class Filter {
        @QueryParam("state")
        String state;

        @QueryParam("cursor")
        String cursor;

        @QueryParam("limit")
        String limit;

        AnomalyQuery query(String hub) {
            return new AnomalyQuery(
                    hub,
                    Parameters.oneOf(state, State.class)
                            .map(asked -> asked == State.SETTLED)
                            .orElse(null),
                    Parameters.id(cursor).orElse(null),
                    Parameters.pageSize(limit));
        }
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.HUB_ADMIN})
    @Operation(operationId = "listAnomalies")
    @APIResponseSchema(Page.class)
    public Uni<Response> list(@BeanParam Filter filter) {
        // Whoever names no organisation is told so, whatever the role.
        user.organisation();
        var query = filter.query(user.isNational() ? null : user.hub());
        return anomalies.list(query).map(found -> page(found, query));
    }

    private Response page(List<AnomalyFile> found, AnomalyQuery query) {
        var items = found.stream()
                .limit(query.limit())
                .map(file -> AnomalyRepresentation.from(file, user.isNational()))
                .toList();
        var next =
                found.size() > query.limit() ? items.get(query.limit() - 1).id().toString() : null;
        return Paged.of("/v1/directory/anomalies", query.limit())
                .by("state", State.of(query.settled()))
                .answer(new Page(items, next), next);
    }
}
