package fr.genereferral.referral.submission;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Language;
import fr.genereferral.referral.web.ProblemCatalogue;
import fr.genereferral.referral.web.Roles;
import fr.genereferral.referral.web.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/referrals/validation: what would keep a referral from being sent; nothing is kept. */
@Path("/v1/referrals/validation")
@Produces(MediaType.APPLICATION_JSON)
public class ValidationResource {
    private final DraftCheck check;
    private final ProblemCatalogue words;
    private final CurrentUser user;

    ValidationResource(DraftCheck check, ProblemCatalogue words, CurrentUser user) {
        this.check = check;
        this.words = words;
        this.user = user;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "validateReferral")
    @RequestBody(ref = "DraftReferral")
    public Uni<ValidationRepresentation> validate(@Context HttpHeaders headers, byte[] body) {
        // Nobody's referral: all that is asked of the caller is that he is one who could send it.
        user.access("VALIDATE");
        var written = check.checked(StrictJson.parse(body));
        return Uni.createFrom()
                .item(ValidationRepresentation.of(written, check.obstacles(written), words, Language.of(headers)));
    }
}
