package fr.genereferral.referral.documents;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** /v1/referrals/{id}/documents/{document}: its content, and its being taken back. */
@Path("/v1/referrals/{id}/documents/{document}")
@Cancellable(false)
public class DocumentResource {
    private final OpeningDocument opening;
    private final RemovingDocument removing;
    private final RemovalCheck check;
    private final CurrentUser user;
    private final SlowReader slow;
    private final RoutingContext request;

    DocumentResource(
            OpeningDocument opening,
            RemovingDocument removing,
            RemovalCheck check,
            CurrentUser user,
            SlowReader slow,
            RoutingContext request) {
        this.opening = opening;
        this.removing = removing;
        this.check = check;
        this.user = user;
        this.slow = slow;
        this.request = request;
    }

    /** A file that a stranger has made: to be kept, never to be shown in the name of this address. */
    @GET
    @Blocking
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Operation(operationId = "readDocument")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "DocumentContent")))
    public Response read(UUID id, UUID document) {
        var open = opening.open(id, document, user.access("READ_DOCUMENT"));
        var type = open.document().type();
        return Response.ok(content(open), type.media())
                .header(HttpHeaders.CONTENT_LENGTH, open.document().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.disposition(open.details().name(), type))
                .header(HttpHeaders.ETAG, "\"" + open.details().sha256() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Document-Scan", open.document().scan())
                .header("X-Document-State", open.document().removal() == null ? "ATTACHED" : "REMOVED")
                .build();
    }

    /** HEAD is answered as GET, and nobody asks for the content then: nothing else would give back what it holds. */
    private StreamingOutput content(OpenDocument open) {
        if (request.request().method() == HttpMethod.HEAD) {
            open.close();
        }
        var response = request.response();
        return out -> {
            var written = slow.watch(response);
            try (open) {
                open.writeTo(out);
            } finally {
                written.run();
            }
        };
    }

    @POST
    @Path("/removal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Operation(operationId = "removeDocument")
    @RequestBody(ref = "DocumentRemoval")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DocumentRepresentation.class)))
    public Uni<DocumentRepresentation> remove(UUID id, UUID document, byte[] body) {
        var access = user.access("REMOVE_DOCUMENT");
        return removing.remove(id, document, check.reason(body), access)
                .map(removed -> DocumentRepresentation.from(removed, null, true));
    }
}
