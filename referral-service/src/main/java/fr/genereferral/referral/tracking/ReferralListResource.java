package fr.genereferral.referral.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.ReferralRecords.Place;
import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.ReferralLine;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** GET /v1/referrals: the caller's own, newest first or the oldest day first, a page at a time. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralListResource {
    private final ReferralRecords records;
    private final NamingPatients naming;
    private final CurrentUser user;

    ReferralListResource(ReferralRecords records, NamingPatients naming, CurrentUser user) {
        this.records = records;
        this.naming = naming;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "ReferralPage")
    record Page(
            List<ReferralLine> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
            String next) {}

    static class Parameters {
        @QueryParam("state")
        String state;

        @QueryParam("reference")
        String reference;

        @QueryParam("updatedSince")
        String updatedSince;

        @QueryParam("stuck")
        String stuck;

        @QueryParam("asked")
        String asked;

        @QueryParam("due")
        String due;

        @QueryParam("include")
        String include;

        @QueryParam("cursor")
        String cursor;

        @QueryParam("limit")
        String limit;

        ListFilter filter() {
            return new ListFilter(state, reference, updatedSince, stuck, asked, due, include, cursor, limit);
        }
    }

    /** With names it leaves audit rows. */
    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Cancellable(false)
    @Operation(operationId = "listReferrals")
    public Uni<RestResponse<Page>> list(@BeanParam Parameters given) {
        var filter = given.filter();
        var query = filter.query();
        var access = user.access("LIST");
        var named = filter.names();
        if (named && !user.isReferrer()) {
            throw Refused.because("FORBIDDEN");
        }
        return records.list(query, access).chain(found -> {
            var next = found.next() == null ? null : place(found.next(), query.due());
            return lines(found.lines(), named, access).map(items -> answer(items, next, query.limit(), filter));
        });
    }

    private Uni<List<ReferralLine>> lines(List<ReferralSummary> shown, boolean named, Access access) {
        return named
                ? naming.name(shown, access.doing("LIST_IDENTITY"))
                : Uni.createFrom()
                        .item(shown.stream()
                                .map(line -> ReferralLine.of(line, access.rights()))
                                .toList());
    }

    private static String place(Place last, boolean due) {
        return due ? last.day() + "_" + last.id() : last.id().toString();
    }

    private static RestResponse<Page> answer(List<ReferralLine> items, String next, int limit, ListFilter filter) {
        var answer = RestResponse.ResponseBuilder.ok(new Page(items, next));
        return next == null
                ? answer.build()
                : answer.header("Link", "<" + filter.from(next, limit) + ">; rel=\"next\"")
                        .build();
    }
}
