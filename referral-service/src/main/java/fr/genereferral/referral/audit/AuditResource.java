package fr.genereferral.referral.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.AuditTrail;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Language;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** GET /v1/referrals/{id}/audit: who has looked at this file, newest first, a page at a time. Each reading is audited too. */
@Path("/v1/referrals/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REFERRER, Roles.AUDITOR})
@Cancellable(false)
public class AuditResource {
    private final AuditTrail trail;
    private final AuditActions actions;
    private final CurrentUser user;

    AuditResource(AuditTrail trail, AuditActions actions, CurrentUser user) {
        this.trail = trail;
        this.actions = actions;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "AuditPage")
    record Page(
            List<AuditEntry> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
            String next) {}

    @GET
    @Operation(operationId = "readAudit")
    public Uni<RestResponse<Page>> read(
            UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context HttpHeaders headers) {
        var access = user.access("READ_AUDIT");
        var query = new AuditTrail.Query(actions.shownTo(access), AuditQuery.place(cursor), AuditQuery.limit(limit));
        var language = Language.of(headers);
        return trail.read(id, query, access).map(found -> {
            var items = found.lines().stream()
                    .map(line -> AuditEntry.from(line, actions, language))
                    .toList();
            var answer = RestResponse.ResponseBuilder.ok(new Page(items, AuditQuery.cursor(found.next())));
            return found.next() == null
                    ? answer.build()
                    : answer.header("Link", link(id, found.next(), query.limit()))
                            .build();
        });
    }

    private static String link(UUID id, AuditTrail.Place next, int limit) {
        return "</v1/referrals/%s/audit?cursor=%s&limit=%d>; rel=\"next\""
                .formatted(id, AuditQuery.cursor(next), limit);
    }
}
