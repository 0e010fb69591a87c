package fr.genereferral.referral.documents;

import fr.genereferral.referral.DocumentType;
import fr.genereferral.referral.documents.AttachingDocument.Sent;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** /v1/referrals/{id}/documents: what is attached; the hospital attaches more. */
@Path("/v1/referrals/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class DocumentsResource {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final ListingDocuments listing;
    private final AttachingDocument attaching;
    private final CurrentUser user;

    DocumentsResource(ListingDocuments listing, AttachingDocument attaching, CurrentUser user) {
        this.listing = listing;
        this.attaching = attaching;
        this.user = user;
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "listDocuments")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DocumentsRepresentation.class)))
    public Uni<DocumentsRepresentation> list(UUID id) {
        return listing.list(id, user.mayReadIdentity(), user.access("READ_DOCUMENTS"));
    }

    /** The content as it is: in parts of a form it would be written down openly before anybody looks at it. */
    @POST
    @Blocking
    @Consumes({"application/pdf", "image/png", "image/jpeg"})
    @RolesAllowed(Roles.REFERRER)
    @Operation(operationId = "attachDocument")
    @RequestBody(ref = "DocumentContent")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DocumentRepresentation.class)))
    public RestResponse<DocumentRepresentation> attach(
            UUID id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            InputStream body) {
        var sent = new Sent(id, type(type), FileName.of(disposition), key);
        var result = attaching.attach(sent, body, user.access("ATTACH_DOCUMENT"));
        var document = result.document();
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(result.isNew() ? CREATED : OK),
                        DocumentRepresentation.from(document, result.details().name(), true))
                .location(URI.create("/v1/referrals/" + id + "/documents/" + document.id()))
                .header(HttpHeaders.ETAG, "\"" + result.details().sha256() + "\"")
                .build();
    }

    /** What is said as a pattern fits one of those that are taken, and says nothing. */
    private static DocumentType type(String given) {
        var type = MediaType.valueOf(given);
        return DocumentType.of(type.getType() + "/" + type.getSubtype()).orElseThrow(NotSupportedException::new);
    }
}
