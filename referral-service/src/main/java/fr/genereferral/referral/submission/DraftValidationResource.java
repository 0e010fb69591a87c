package fr.genereferral.referral.submission;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Language;
import fr.genereferral.referral.web.ProblemCatalogue;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/referrals/{id}/validation: what keeps a draft from being sent. */
@Path("/v1/referrals/{id}/validation")
@Produces(MediaType.APPLICATION_JSON)
public class DraftValidationResource {
    private final OpeningDraft opening;
    private final DraftCheck check;
    private final ProblemCatalogue words;
    private final CurrentUser user;

    DraftValidationResource(OpeningDraft opening, DraftCheck check, ProblemCatalogue words, CurrentUser user) {
        this.opening = opening;
        this.check = check;
        this.words = words;
        this.user = user;
    }

    @POST
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "validateDraft")
    public Uni<ValidationRepresentation> validate(UUID id, @Context HttpHeaders headers) {
        var language = Language.of(headers);
        return opening.open(id, user.access("VALIDATE"))
                .map(opened ->
                        ValidationRepresentation.of(opened.body(), check.obstacles(opened.body()), words, language));
    }
}
