package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.DirectoryRecords;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.web.BodyHash;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Forms;
import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The coordinator grants and ends accreditations; both may lie in the past, for news comes late. Whoever is signed in may
 * ask what was true on a day, as it was known on another.
 */
@Path("/v1/hubs/{id}/accreditations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Cancellable(false)
public class AccreditationResource {
    private final Accrediting accrediting;
    private final FindingAffected finding;
    private final DirectoryRecords records;
    private final CurrentUser user;
    private final Clock clock;

    AccreditationResource(
            Accrediting accrediting, FindingAffected finding, DirectoryRecords records, CurrentUser user, Clock clock) {
        this.accrediting = accrediting;
        this.finding = finding;
        this.records = records;
        this.user = user;
        this.clock = clock;
    }

    /** Taken as text, so that a wrong one gets a problem of ours. */
    static class Days {
        @QueryParam("on")
        String on;

        @QueryParam("knownOn")
        String knownOn;

        @QueryParam("therapy")
        String therapy;

        AccreditedQuestion question(String hub, LocalDate today) {
            var question = new AccreditedQuestion(
                    hub,
                    Parameters.text(therapy, Forms.THERAPY),
                    Parameters.date(on).orElse(today),
                    Parameters.date(knownOn).orElse(today));
            return question.asked(today);
        }
    }

    @GET
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
    @Operation(operationId = "readAccredited")
    public Uni<AccreditedRepresentation> read(String id, @BeanParam Days days) {
        var question = days.question(HubNumber.of(id), Paris.dayOf(clock.instant()));
        return records.known(question.hub(), question.therapy().orElse(null), question.before())
                .map(known -> AccreditedRepresentation.of(question, known));
    }

    @POST
    @Operation(operationId = "grantAccreditation")
    @APIResponseSchema(value = HubRepresentation.class, responseCode = "201")
    public Uni<Response> grant(
            String id,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(ref = "AccreditationGrant"))) byte[] body) {
        var once = IdempotencyKey.of(user.organisation(), key, BodyHash.of(body));
        return accrediting
                .grant(HubNumber.of(id), AccreditationBodies.grant(body), once, user.signatory())
                .map(hub -> answer(Response.created(URI.create("/v1/hubs/" + id)), HubRepresentation.from(hub)));
    }

    @POST
    @Path("/{therapy}/revocation")
    @Operation(operationId = "revokeAccreditation")
    @APIResponseSchema(HubRepresentation.class)
    public Uni<Response> revoke(
            String id,
            String therapy,
            @RequestBody(content = @Content(schema = @Schema(ref = "AccreditationRevocation"))) byte[] body) {
        // Before anything is looked at: a caller of no organisation is told that, whatever the address names.
        var signatory = user.signatory();
        var hub = HubNumber.of(id);
        var revocation = AccreditationBodies.revocation(therapy, body);
        return accrediting
                .revoke(hub, revocation, signatory)
                .chain(changed -> finding.by(hub, revocation)
                        .map(affected -> HubRepresentation.from(changed).affecting(affected)))
                .map(representation -> answer(Response.ok(), representation));
    }

    private static Response answer(Response.ResponseBuilder response, HubRepresentation representation) {
        return response.entity(representation)
                .header("ETag", representation.etag())
                .build();
    }
}
