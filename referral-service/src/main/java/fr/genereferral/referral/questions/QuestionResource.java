package fr.genereferral.referral.questions;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Question.Kind;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.questions.Conversing.Result;
import fr.genereferral.referral.questions.Conversing.Said;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** /v1/referrals/{id}/questions/{question}/…: both sides add to a question, the hospital answers, who asks takes it back. */
@Path("/v1/referrals/{id}/questions/{question}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class QuestionResource {
    private final QuestionCheck check;
    private final Conversing conversing;
    private final RequestHash hash;
    private final CurrentUser user;

    QuestionResource(QuestionCheck check, Conversing conversing, RequestHash hash, CurrentUser user) {
        this.check = check;
        this.conversing = conversing;
        this.hash = hash;
        this.user = user;
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "writeMessage")
    @RequestBody(ref = "QuestionMessage")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ThreadRepresentation.class)))
    public Uni<RestResponse<ThreadRepresentation>> write(
            UUID id, UUID question, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        var access = user.access("WRITE_MESSAGE");
        var request = request(key, body, access);
        return say(new Said(id, question, Kind.SAID, check.message(body), request), access);
    }

    @POST
    @Path("/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Operation(operationId = "answerQuestion")
    @RequestBody(ref = "QuestionAnswer")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ThreadRepresentation.class)))
    public Uni<RestResponse<ThreadRepresentation>> answer(
            UUID id, UUID question, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        var access = user.access("ANSWER_QUESTION");
        var request = request(key, body, access);
        return say(new Said(id, question, Kind.ANSWERED, check.answer(body), request), access);
    }

    private Uni<RestResponse<ThreadRepresentation>> say(Said said, Access access) {
        return conversing.say(said, access).map(result -> created(said.referral(), result));
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "takeQuestionBack")
    @RequestBody(ref = "TakingBack")
    public Uni<ThreadRepresentation> takeBack(UUID id, UUID question, byte[] body) {
        var access = user.access("TAKE_QUESTION_BACK");
        check.nothing(body);
        return conversing.takeBack(id, question, access).map(QuestionResource::represented);
    }

    private IdempotencyKey request(String key, byte[] body, Access access) {
        return IdempotencyKey.of(access.by().organisation(), key, body, hash);
    }

    private static RestResponse<ThreadRepresentation> created(UUID referral, Result result) {
        return RestResponse.ResponseBuilder.<ThreadRepresentation>created(
                        URI.create("/v1/referrals/" + referral + "/questions"))
                .entity(represented(result))
                .build();
    }

    private static ThreadRepresentation represented(Result result) {
        return ThreadRepresentation.from(result.question(), result.state());
    }
}
