package fr.genereferral.hubdirectory.coordination;

import com.github.f4b6a3.uuid.UuidCreator;
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

/** A hub is asked by hand; where something speaks against it, a second person confirms. */
@Path("/v1/placements/{referralId}/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class AssignmentResource {
    private final CoordinatingPlacements coordinating;
    private final ReadingEscalations reading;
    private final CurrentUser user;

    AssignmentResource(CoordinatingPlacements coordinating, ReadingEscalations reading, CurrentUser user) {
        this.coordinating = coordinating;
        this.reading = reading;
        this.user = user;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "listAssignments")
    public Uni<AssignmentsRepresentation> list(UUID referralId) {
        user.organisation();
        return reading.assignments(referralId);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "assignHub")
    @APIResponseSchema(value = AssignmentRepresentation.class, responseCode = "201")
    public Uni<Response> assign(
            UUID referralId,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "AssignmentOrder"))) byte[] body) {
        var by = user.coordinator();
        var once = IdempotencyKey.of(by.organisation(), key, BodyHash.of(referralId.toString(), body));
        var order = CoordinationBodies.order(body, UuidCreator.getTimeOrderedEpoch());
        return coordinating
                .assign(referralId, order, once, by)
                .map(AssignmentRepresentation::from)
                .map(assignment -> Response.created(URI.create("/v1/placements/" + referralId + "/assignments"))
                        .entity(assignment)
                        .build());
    }

    @POST
    @Path("/{assignmentId}/confirmation")
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "confirmAssignment")
    public Uni<AssignmentRepresentation> confirm(
            UUID referralId,
            UUID assignmentId,
            @RequestBody(content = @Content(schema = @Schema(ref = "AssignmentDecision"))) byte[] body) {
        var by = user.coordinator();
        return coordinating
                .decide(referralId, assignmentId, CoordinationBodies.decision(body), by)
                .map(AssignmentRepresentation::from);
    }
}
