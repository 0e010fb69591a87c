package fr.genereferral.referral.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Reference;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** GET /v1/referrals: the caller's own, newest first, a page at a time. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralListResource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern PAGE_SIZE = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern DATE_TIME = Pattern.compile("[0-9]{4}-");

    private final ReferralRecords records;
    private final CurrentUser user;

    ReferralListResource(ReferralRecords records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "ReferralPage")
    record Page(
            List<ReferralSummary> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
            String next) {}

    /** What a list may be narrowed by; taken as text, so that a wrong one gets a problem of ours. */
    static class Filter {
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

        @QueryParam("cursor")
        String cursor;

        @QueryParam("limit")
        String limit;

        ListQuery query() {
            try {
                return new ListQuery(
                        given(state, ReferralStatus::valueOf),
                        given(reference, text -> new Reference(text).value()),
                        given(updatedSince, Filter::instant),
                        given(stuck, Filter::yesOrNo),
                        given(asked, Filter::yesOrNo),
                        given(cursor, Filter::id),
                        limit == null ? PAGE : page(limit));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Refused.because("PARAMETER_INVALID");
            }
        }

        private static <T> T given(String text, Function<String, T> reading) {
            return text == null ? null : reading.apply(text);
        }

        private static Boolean yesOrNo(String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return Boolean.valueOf(text);
        }

        /** A date of the calendar that people use, and that the database can keep: the year has four digits. */
        private static Instant instant(String text) {
            if (!DATE_TIME.matcher(text).lookingAt()) {
                throw new IllegalArgumentException("no such date");
            }
            return Instant.parse(text);
        }

        /** Java's own reading fills up what is too short. */
        private static UUID id(String text) {
            var id = UUID.fromString(text);
            if (!id.toString().equalsIgnoreCase(text)) {
                throw new IllegalArgumentException("no such cursor");
            }
            return id;
        }

        private static int page(String asked) {
            if (!PAGE_SIZE.matcher(asked).matches() || Integer.parseInt(asked) > LARGEST_PAGE) {
                throw new IllegalArgumentException("no page has that size");
            }
            return Integer.parseInt(asked);
        }

        /** The same question, from the next page on. */
        String from(String next, int size) {
            var query = new StringJoiner("&", "/v1/referrals?", "")
                    .add("cursor=" + next)
                    .add("limit=" + size);
            // The values have been read already: nothing in them needs escaping but the "+" of an offset.
            add(query, "state", state);
            add(query, "reference", reference);
            add(query, "updatedSince", updatedSince);
            add(query, "stuck", stuck);
            add(query, "asked", asked);
            return query.toString();
        }

        private static void add(StringJoiner query, String name, String value) {
            if (value != null) {
                query.add(name + "=" + value.replace("+", "%2B"));
            }
        }
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "listReferrals")
    public Uni<RestResponse<Page>> list(@BeanParam Filter filter) {
        var query = filter.query();
        var access = user.access("LIST");
        return records.list(query, access)
                .map(found ->
                        found.stream().map(one -> one.seenBy(access.rights())).toList())
                .map(found -> page(found, query.limit(), filter));
    }

    private static RestResponse<Page> page(List<ReferralSummary> found, int limit, Filter filter) {
        if (found.size() <= limit) {
            return RestResponse.ok(new Page(found, null));
        }
        var items = found.subList(0, limit);
        var next = items.get(limit - 1).id().toString();
        return RestResponse.ResponseBuilder.ok(new Page(items, next))
                .header("Link", "<" + filter.from(next, limit) + ">; rel=\"next\"")
                .build();
    }
}
