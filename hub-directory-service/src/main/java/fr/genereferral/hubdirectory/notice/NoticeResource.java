package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/offers/notices: the same for whoever rather asks. */
@Path("/v1/offers/notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {
    private final TellingHubs telling;
    private final CurrentUser user;

    NoticeResource(TellingHubs telling, CurrentUser user) {
        this.telling = telling;
        this.user = user;
    }

    @GET
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Operation(operationId = "readNotices")
    public Uni<NoticePage> read(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        var hub = user.hub();
        return telling.page(hub, Parameters.number(after).orElse(null), Parameters.pageSize(limit));
    }
}
