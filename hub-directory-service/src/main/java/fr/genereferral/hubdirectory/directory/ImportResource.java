package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.DirectoryAnomaly.Reporter;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Imports;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.BodyHash;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.ProblemCatalogue;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The coordinator takes in a list of hubs or accreditations, after trying what it would change. */
@Path("/v1/directory/imports")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class ImportResource {
    private static final String CSV = "text/csv";

    private final ImportingDirectory importing;
    private final ImportReading reading;
    private final Imports imports;
    private final CurrentUser user;
    private final ProblemCatalogue texts;

    @Context
    HttpHeaders headers;

    ImportResource(
            ImportingDirectory importing,
            ImportReading reading,
            Imports imports,
            CurrentUser user,
            ProblemCatalogue texts) {
        this.importing = importing;
        this.reading = reading;
        this.imports = imports;
        this.user = user;
        this.texts = texts;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "importDirectory")
    @APIResponseSchema(value = ImportRepresentation.class, responseCode = "202")
    public Uni<Response> take(
            @QueryParam("dryRun") String dryRun,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(
                            content = {
                                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportRows")),
                                @Content(mediaType = CSV, schema = @Schema(ref = "ImportCsv"))
                            })
                    byte[] body) {
        var by = new Reporter(user.signatory(), user.organisation());
        if (Parameters.yesOrNo(dryRun).orElse(false)) {
            return reading.read(body, isFile()).chain(read -> tried(read, by));
        }
        var once = IdempotencyKey.of(by.organisation(), key, BodyHash.of(body));
        return reading.read(body, isFile()).chain(read -> {
            if (!read.violations().isEmpty()) {
                throw Refused.invalid(read.violations());
            }
            return importing.begin(read.file(), by, once).chain(this::begun);
        });
    }

    private boolean isFile() {
        return headers.getHeaderString(HttpHeaders.CONTENT_TYPE)
                .toLowerCase(Locale.ROOT)
                .startsWith(CSV);
    }

    private Uni<Response> tried(ImportRows.Read read, Reporter by) {
        return importing.tryOut(read.file(), by).map(plan -> Response.ok(
                        DryRunRepresentation.of(read.rows(), plan, read.faults(), texts))
                .build());
    }

    private Uni<Response> begun(UUID id) {
        return imports.byId(id).map(job -> Response.accepted(ImportRepresentation.of(job, texts))
                .location(URI.create("/v1/directory/imports/" + id))
                .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "readImport")
    public Uni<ImportRepresentation> read(UUID id) {
        user.organisation();
        return imports.byId(id).map(job -> ImportRepresentation.of(job, texts));
    }
}
