package fr.genereferral.referral.audit;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Language;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.Cancellable;

/** GET /v1/referrals/{id}/audit/export: the whole of it as a file, written while it is read. */
@Path("/v1/referrals/{id}/audit/export")
@RolesAllowed({Roles.REFERRER, Roles.AUDITOR})
@Cancellable(false)
public class AuditExportResource {
    private final ExportingAudit exporting;
    private final CurrentUser user;

    AuditExportResource(ExportingAudit exporting, CurrentUser user) {
        this.exporting = exporting;
        this.user = user;
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @Operation(operationId = "exportAudit")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AuditFile")))
    public Multi<String> export(UUID id, @Context HttpHeaders headers) {
        var language = Language.of(headers);
        return RestMulti.fromUniResponse(
                exporting.begin(id, language, user.access("EXPORT_AUDIT")),
                ExportingAudit.File::text,
                file -> headers(file.reference()));
    }

    private static Map<String, List<String>> headers(String reference) {
        return Map.of(
                HttpHeaders.CONTENT_DISPOSITION,
                List.of("attachment; filename=\"audit-" + reference + ".csv\""),
                HttpHeaders.CACHE_CONTROL,
                List.of("no-store"),
                "X-Content-Type-Options",
                List.of("nosniff"));
    }
}
