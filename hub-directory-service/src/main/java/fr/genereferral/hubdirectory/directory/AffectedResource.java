package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Paged;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** GET /v1/accreditations/{id}/affected: who was accepted by a hub that may not give the therapy any longer. */
@Path("/v1/accreditations/{id}/affected")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
public class AffectedResource {
    private final FindingAffected finding;
    private final CurrentUser user;

    AffectedResource(FindingAffected finding, CurrentUser user) {
        this.finding = finding;
        this.user = user;
    }

    @GET
    @Operation(operationId = "listAffected")
    @APIResponseSchema(AffectedRepresentation.class)
    public Uni<Response> list(UUID id, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        user.organisation();
        var size = Parameters.pageSize(limit);
        return finding.by(id, Parameters.id(cursor).orElse(null), size)
                .map(page ->
                        Paged.of("/v1/accreditations/" + id + "/affected", size).answer(page, page.next()));
    }
}
