package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers.Question;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Forms;
import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/patterns: what hubs answer, by distance and completeness, and where far children are declined more than near ones. */
@Path("/v1/patterns")
@Produces(MediaType.APPLICATION_JSON)
public class PatternResource {
    private final WatchingPatterns watching;
    private final CurrentUser user;
    private final Clock clock;

    PatternResource(WatchingPatterns watching, CurrentUser user, Clock clock) {
        this.watching = watching;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.HUB_ADMIN})
    @Operation(operationId = "readPatterns")
    public Uni<PatternsRepresentation> read(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("hub") String hub,
            @QueryParam("therapy") String therapy) {
        user.organisation();
        var months = Months.read(from, to, YearMonth.now(clock.withZone(Paris.ZONE)));
        return watching.watch(new Question(
                months.from(),
                months.to(),
                mayRead(Parameters.text(hub, HubNumber.FORM)),
                Parameters.text(therapy, Forms.THERAPY)));
    }

    /** A hub reads its own. */
    private Optional<String> mayRead(Optional<String> asked) {
        if (user.isNational()) {
            return asked;
        }
        var own = user.hub();
        if (asked.filter(hub -> !hub.equals(own)).isPresent()) {
            throw Refused.notFound();
        }
        return Optional.of(own);
    }
}
