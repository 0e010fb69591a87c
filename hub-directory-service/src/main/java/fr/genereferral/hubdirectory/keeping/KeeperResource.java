package fr.genereferral.hubdirectory.keeping;

import fr.genereferral.hubdirectory.Keeping;
import fr.genereferral.hubdirectory.keeping.KeepingFiles.Colleague;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who reads the file of an offer at the caller's hub. */
@Path("/v1/offers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
@Cancellable(false)
public class KeeperResource {
    private final KeepingFiles keeping;
    private final CurrentUser user;

    KeeperResource(KeepingFiles keeping, CurrentUser user) {
        this.keeping = keeping;
        this.user = user;
    }

    @GET
    @Path("/keeper")
    @Operation(operationId = "readKeeper")
    public Uni<KeepingRepresentation> read(UUID id) {
        return told(id, keeping::read);
    }

    @POST
    @Path("/claim")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "claimOffer")
    public Uni<KeepingRepresentation> claim(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "KeeperWord"))) byte[] body) {
        return told(id, by -> {
            KeeperBodies.checkEmpty(body);
            return keeping.claim(by);
        });
    }

    @POST
    @Path("/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "releaseOffer")
    public Uni<KeepingRepresentation> release(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "KeeperWord"))) byte[] body) {
        return told(id, by -> {
            KeeperBodies.checkEmpty(body);
            return keeping.release(by);
        });
    }

    @POST
    @Path("/handover")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "handOverOffer")
    public Uni<KeepingRepresentation> handOver(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "Handover"))) byte[] body) {
        return told(id, by -> keeping.handOver(by, KeeperBodies.handover(body)));
    }

    /** Who asks comes before what is asked: whoever works for no hub is told so, whatever the body holds. */
    private Uni<KeepingRepresentation> told(UUID offer, Function<Colleague, Uni<Keeping>> move) {
        return move.apply(new Colleague(offer, user.hub(), user.subject())).map(KeepingRepresentation::of);
    }
}
