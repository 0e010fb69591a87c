package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Pairs;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** GET /v1/duplicates: pairs of referrals that wait for a person, the longest first; or those that are settled. */
@Path("/v1/duplicates")
@Produces(MediaType.APPLICATION_JSON)
public class DuplicateListResource {
    private final Pairs pairs;
    private final PairActions actions;
    private final IdentityKeys keys;
    private final CurrentUser user;

    DuplicateListResource(Pairs pairs, PairActions actions, IdentityKeys keys, CurrentUser user) {
        this.pairs = pairs;
        this.actions = actions;
        this.keys = keys;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "DuplicatePage")
    record Page(
            List<PairRepresentation> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
            String next) {}

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "listDuplicates")
    public Uni<RestResponse<Page>> list(
            @QueryParam("settled") String settled,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var filter = new PairFilter(settled, cursor, limit);
        var query = filter.query();
        var decides = user.isCoordinator();
        user.access("LIST_DUPLICATES");
        return pairs.list(query).chain(found -> kept(found, decides).map(kept -> {
            var items = found.pairs().stream()
                    .map(pair -> PairRepresentation.of(pair, decides ? actions.of(pair, kept) : List.of()))
                    .toList();
            var next = found.next() == null ? null : PairFilter.cursor(found.next());
            var answer = RestResponse.ResponseBuilder.ok(new Page(items, next));
            return next == null
                    ? answer.build()
                    : answer.header("Link", "<" + filter.from(next, query) + ">; rel=\"next\"")
                            .build();
        }));
    }

    /** Whose identity is erased, or whose keys cannot be asked now, is merged with nobody. */
    private Uni<Set<UUID>> kept(Pairs.Page found, boolean decides) {
        var all = found.pairs().stream()
                .flatMap(pair -> Stream.of(pair.one().id(), pair.other().id()))
                .distinct()
                .toList();
        return decides && !all.isEmpty()
                ? keys.ofAll(all).map(Map::keySet).onFailure().recoverWithItem(Set.of())
                : Uni.createFrom().item(Set.of());
    }
}
