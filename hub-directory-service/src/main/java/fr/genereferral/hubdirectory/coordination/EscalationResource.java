package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.coordination.ReadingEscalations.Reader;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** GET /v1/escalations: every child whom nobody is asked to take, with why, and what may be done, a page at a time. */
@Path("/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
public class EscalationResource {
    /** For every line all hubs are ranked anew. */
    private static final int MOST = 20;

    private final ReadingEscalations reading;
    private final CurrentUser user;

    EscalationResource(ReadingEscalations reading, CurrentUser user) {
        this.reading = reading;
        this.user = user;
    }

    @GET
    @Operation(operationId = "listEscalations")
    @APIResponseSchema(EscalationPage.class)
    public Uni<Response> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        user.organisation();
        var reader = new Reader(user.isCoordinator() ? user.coordinator() : null);
        var size = Parameters.pageSize(limit, MOST);
        return reading.page(Parameters.id(cursor).orElse(null), size, reader)
                .map(page -> Paged.of("/v1/escalations", size).answer(page, page.next()));
    }
}
