package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.Heard;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.PlacementRecords.OfferFile;
import fr.genereferral.hubdirectory.web.ConditionalRead;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Language;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * One offer of the caller's hub: opening it is noted; yes, no and giving back are moves. What a hub has said on the telephone
 * the coordinator writes down.
 */
@Path("/v1/offers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
@Cancellable(false)
public class OfferResource {
    private final AnsweringOffers answering;
    private final WritingDownAnswers writingDown;
    private final TermsCheck terms;
    private final AnswerConfig config;
    private final CurrentUser user;
    private final Clock clock;

    @Context
    HttpHeaders headers;

    OfferResource(
            AnsweringOffers answering,
            WritingDownAnswers writingDown,
            TermsCheck terms,
            AnswerConfig config,
            CurrentUser user,
            Clock clock) {
        this.answering = answering;
        this.writingDown = writingDown;
        this.terms = terms;
        this.config = config;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "readOffer")
    @APIResponseSchema(OfferRepresentation.class)
    public Uni<Response> read(UUID id, @Context Request request) {
        return answering
                .open(hand(id))
                .map(file -> ConditionalRead.of(request, OfferRepresentation.tag(file), () -> answer(file)));
    }

    @GET
    @Path("/actions")
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "readOfferActions")
    public Uni<OfferActions> actions(UUID id) {
        if (user.isCoordinator()) {
            user.organisation();
            return writingDown.actions(id);
        }
        return answering.actions(hand(id));
    }

    @POST
    @Path("/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "acceptOffer")
    @APIResponseSchema(OfferRepresentation.class)
    public Uni<Response> accept(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "Acceptance"))) byte[] body) {
        var hand = hand(id);
        return answering.accept(hand, Answers.acceptance(body, terms)).map(this::answer);
    }

    @POST
    @Path("/declinal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "declineOffer")
    @APIResponseSchema(OfferRepresentation.class)
    public Uni<Response> decline(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "Declinal"))) byte[] body) {
        var hand = hand(id);
        return answering.decline(hand, Answers.reason(body)).map(this::answer);
    }

    @POST
    @Path("/give-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "giveBackOffer")
    @APIResponseSchema(OfferRepresentation.class)
    public Uni<Response> giveBack(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "GiveBack"))) byte[] body) {
        var hand = hand(id);
        return answering.giveBack(hand, Answers.giveBackReason(body)).map(this::answer);
    }

    @POST
    @Path("/telephone-acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "recordAcceptance")
    @APIResponseSchema(OfferRepresentation.class)
    public Uni<Response> recordAcceptance(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "TelephoneAcceptance"))) byte[] body) {
        var yes = TelephoneAnswers.acceptance(body, user.organisation(), terms);
        return writingDown.accept(note(id, yes.heard()), yes.terms()).map(this::answer);
    }

    @POST
    @Path("/telephone-declinal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(operationId = "recordDeclinal")
    @APIResponseSchema(OfferRepresentation.class)
    public Uni<Response> recordDeclinal(
            UUID id, @RequestBody(content = @Content(schema = @Schema(ref = "TelephoneDeclinal"))) byte[] body) {
        var no = TelephoneAnswers.declinal(body, user.organisation());
        return writingDown.decline(note(id, no.heard()), no.reason()).map(this::answer);
    }

    private WritingDownAnswers.Note note(UUID offer, Heard heard) {
        return new WritingDownAnswers.Note(offer, user.subject(), heard);
    }

    private AnsweringOffers.Hand hand(UUID offer) {
        return new AnsweringOffers.Hand(offer, user.hub(), user.subject());
    }

    private Response answer(OfferFile file) {
        var today = Paris.dayOf(clock.instant());
        var surroundings = new Surroundings(today, Language.of(headers), config.referralServiceUrl());
        var offer = OfferRepresentation.from(file, surroundings);
        return Response.ok(offer)
                .header("ETag", "\"" + OfferRepresentation.tag(file) + "\"")
                .build();
    }
}
