package fr.genereferral.hubdirectory.matrix;

import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.TravelTimes;
import fr.genereferral.hubdirectory.TravelTimes.Brought;
import fr.genereferral.hubdirectory.TravelTimes.Errand;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.BodyHash;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/travel/imports: a better table of legs, at once and whole or not at all. */
@Path("/v1/travel/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Cancellable(false)
public class TravelImportResource {
    private static final Pattern TEXT = Pattern.compile(".+", Pattern.DOTALL);

    private final TravelTimes times;
    private final CurrentUser user;

    TravelImportResource(TravelTimes times, CurrentUser user) {
        this.times = times;
        this.user = user;
    }

    @POST
    @Operation(operationId = "importTravelTimes")
    @APIResponseSchema(value = ImportRepresentation.class, responseCode = "201")
    public Uni<Response> bring(
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "TravelTable"))) byte[] body) {
        var once = IdempotencyKey.of(user.organisation(), key, BodyHash.of(body));
        var check = BodyCheck.of(body);
        var dryRun = check.yesOrNo("dryRun");
        var csv = check.text("csv", TEXT);
        check.done();
        return times.bring(LegTable.read(csv), new Errand(once, user.signatory(), dryRun))
                .map(TravelImportResource::answer);
    }

    private static Response answer(Brought brought) {
        var created = brought.id() != null;
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(ImportRepresentation.of(brought))
                .build();
    }
}
