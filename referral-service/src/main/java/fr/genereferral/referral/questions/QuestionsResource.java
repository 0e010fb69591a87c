package fr.genereferral.referral.questions;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** GET /v1/referrals/{id}/questions: what is asked, by whom, until when. */
@Path("/v1/referrals/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionsResource {
    private final ReferralRecords records;
    private final ObjectMapper json;
    private final CurrentUser user;
    private final Clock clock;

    QuestionsResource(ReferralRecords records, ObjectMapper json, CurrentUser user, Clock clock) {
        this.records = records;
        this.json = json;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
    @Cancellable(false)
    @Operation(operationId = "readQuestions")
    public Uni<QuestionsRepresentation> read(UUID id) {
        var access = user.access("READ_QUESTIONS");
        var today = Paris.dayOf(clock.instant());
        return records.lastJudgement(id, access)
                .map(judgement -> new QuestionsRepresentation(
                        judgement.state().seenBy(access.rights()).name(),
                        new OpenQuestions(judgement, json, today).all()));
    }
}
