package fr.genereferral.referral.tracking;

import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.ReferralRecords.ListQuery;
import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** GET /v1/referrals: the caller's own, newest first, a page at a time. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralListResource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final ReferralRecords records;
    private final CurrentUser user;

    ReferralListResource(ReferralRecords records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "ReferralPage")
    record Page(List<ReferralSummary> items, String next) {}

    /** What a list may be narrowed by; taken as text, so that a wrong one gets a problem of ours. */
    static class Filter {
        @QueryParam("state")
        String state;

        @QueryParam("reference")
        String reference;

        @QueryParam("updatedSince")
        String updatedSince;

        @QueryParam("cursor")
        String cursor;

        @QueryParam("limit")
        Integer limit;

        ListQuery query() {
            try {
                return new ListQuery(
                        state == null ? null : ReferralStatus.valueOf(state),
                        reference,
                        updatedSince == null ? null : Instant.parse(updatedSince),
                        cursor == null ? null : UUID.fromString(cursor),
                        limit == null ? PAGE : Math.max(1, Math.min(limit, LARGEST_PAGE)));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Refused.because("PARAMETER_INVALID");
            }
        }
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "listReferrals")
    public Uni<Response> list(@BeanParam Filter filter) {
        var query = filter.query();
        return records.list(query, user.access("LIST")).map(found -> page(found, query.limit()));
    }

    private static Response page(List<ReferralSummary> found, int limit) {
        if (found.size() <= limit) {
            return Response.ok(new Page(found, null)).build();
        }
        var items = found.subList(0, limit);
        var next = items.get(limit - 1).id().toString();
        return Response.ok(new Page(items, next))
                .header("Link", "</v1/referrals?cursor=" + next + "&limit=" + limit + ">; rel=\"next\"")
                .build();
    }
}
