package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Anomalies;
import fr.genereferral.hubdirectory.Anomalies.AnomalyFile;
import fr.genereferral.hubdirectory.DirectoryAnomaly;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.web.BodyHash;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Whoever is signed in says that an entry is wrong; its hub or the coordinator says what was done. */
@Path("/v1/directory/anomalies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.REFERRER,
    Roles.HUB_CLINICIAN,
    Roles.HUB_ADMIN,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.RULES_AUTHOR,
    Roles.RULES_REVIEWER,
    Roles.INTEGRATOR
})
@Cancellable(false)
public class AnomalyResource {
    private final Anomalies anomalies;
    private final CurrentUser user;

    AnomalyResource(Anomalies anomalies, CurrentUser user) {
        this.anomalies = anomalies;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reportAnomaly")
    @APIResponseSchema(value = AnomalyRepresentation.class, responseCode = "201")
    public Uni<Response> report(
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "AnomalyReport"))) byte[] body) {
        var once = IdempotencyKey.of(user.organisation(), key, BodyHash.of(body));
        return anomalies.report(AnomalyBodies.report(body), by(), once).map(file -> Response.created(
                        URI.create("/v1/directory/anomalies/" + file.anomaly().id()))
                .entity(shown(file))
                .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.REFERRER,
        Roles.HUB_CLINICIAN,
        Roles.HUB_ADMIN,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.INTEGRATOR
    })
    @Operation(operationId = "readAnomaly")
    public Uni<AnomalyRepresentation> read(UUID id) {
        return anomalies.byId(id, user.rights()).map(this::shown);
    }

    @POST
    @Path("/{id}/settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.HUB_ADMIN})
    @Operation(operationId = "settleAnomaly")
    public Uni<AnomalyRepresentation> settle(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "AnomalySettlement"))) byte[] body) {
        var by = by();
        var hub = user.isCoordinator() ? null : user.hub();
        return anomalies.settle(id, hub, AnomalyBodies.outcome(body), by).map(this::shown);
    }

    private DirectoryAnomaly.Reporter by() {
        return new DirectoryAnomaly.Reporter(user.subject(), user.organisation());
    }

    private AnomalyRepresentation shown(AnomalyFile file) {
        return AnomalyRepresentation.from(file, user.isNational());
    }
}
