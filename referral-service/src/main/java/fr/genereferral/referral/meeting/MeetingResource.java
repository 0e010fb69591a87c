package fr.genereferral.referral.meeting;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.ReferralAnswer;
import fr.genereferral.referral.web.ReferralRepresentation;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** /v1/referrals/{id}/meetings: what experts have decided, recorded beside what the rules have judged. */
@Path("/v1/referrals/{id}/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class MeetingResource {
    private final MeetingCheck check;
    private final RecordingMeeting recording;
    private final ReadingMeetings reading;
    private final RequestHash hash;
    private final CurrentUser user;

    MeetingResource(
            MeetingCheck check,
            RecordingMeeting recording,
            ReadingMeetings reading,
            RequestHash hash,
            CurrentUser user) {
        this.check = check;
        this.recording = recording;
        this.reading = reading;
        this.hash = hash;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR})
    @Operation(operationId = "recordMeeting")
    @RequestBody(ref = "NewMeeting")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<RestResponse<ReferralRepresentation>> record(
            UUID id, @HeaderParam("Idempotency-Key") String key, byte[] body) {
        var access = user.access("RECORD_MEETING");
        var request = IdempotencyKey.of(access.by().organisation(), key, body, hash);
        return recording
                .record(id, check.checked(body), request, access)
                .map(stored -> ReferralRepresentation.from(stored, access.rights()))
                .map(referral -> ReferralAnswer.created(URI.create("/v1/referrals/" + id + "/meetings"), referral));
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "readMeetings")
    public Uni<MeetingsRepresentation> read(UUID id) {
        return reading.read(id, user.mayReadIdentity(), user.access("READ_MEETINGS"));
    }
}
