package fr.genereferral.referral.questions;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Question;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** /v1/referrals/{id}/questions: what is asked, by whom, until when; a hub or the coordinator asks. */
@Path("/v1/referrals/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class QuestionsResource {
    private final QuestionCheck check;
    private final Conversing conversing;
    private final ReadingQuestions reading;
    private final RequestHash hash;
    private final CurrentUser user;

    QuestionsResource(
            QuestionCheck check, Conversing conversing, ReadingQuestions reading, RequestHash hash, CurrentUser user) {
        this.check = check;
        this.conversing = conversing;
        this.reading = reading;
        this.hash = hash;
        this.user = user;
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "readQuestions")
    public Uni<QuestionsRepresentation> read(UUID id) {
        return reading.read(id, wordsOf(), user.access("READ_QUESTIONS"));
    }

    /** The hospital and the hub read what they see; the coordinator what is said to the coordination, and no other words. */
    private Predicate<Question> wordsOf() {
        var named = user.mayReadIdentity();
        var coordinator = user.isCoordinator();
        return question -> named || coordinator && question.offer() == null;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "askQuestion")
    @RequestBody(ref = "NewQuestion")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ThreadRepresentation.class)))
    public Uni<RestResponse<ThreadRepresentation>> ask(
            UUID id, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        var access = user.access("ASK_QUESTION");
        var request = IdempotencyKey.of(access.by().organisation(), key, body, hash);
        return conversing
                .ask(id, check.question(body), request, access)
                .map(asked -> RestResponse.ResponseBuilder.<ThreadRepresentation>created(
                                URI.create("/v1/referrals/" + id + "/questions"))
                        .entity(ThreadRepresentation.from(asked.question(), asked.state()))
                        .build());
    }
}
