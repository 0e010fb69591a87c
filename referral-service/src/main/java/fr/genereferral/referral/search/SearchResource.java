package fr.genereferral.referral.search;

import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.ReferralLine;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/** POST /v1/referrals/search: by a body, so that no name is in an address. It changes nothing but the audit. */
@Path("/v1/referrals/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private final SearchCheck check;
    private final SearchingPatients searching;
    private final CurrentUser user;

    SearchResource(SearchCheck check, SearchingPatients searching, CurrentUser user) {
        this.check = check;
        this.searching = searching;
        this.user = user;
    }

    /** @param complete false when some of the hospital's referrals were sent before they could be searched */
    @Schema(name = "FoundReferrals")
    record Found(List<ReferralLine> items, boolean complete) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REFERRER)
    @Cancellable(false)
    @Operation(operationId = "searchReferrals")
    @RequestBody(ref = "PatientSearch")
    public Uni<Found> search(byte[] body) {
        var access = user.access("SEARCH");
        return searching
                .search(check.checked(body), access)
                .map(found -> new Found(
                        found.lines().stream()
                                .map(line -> ReferralLine.of(line, access.rights()))
                                .toList(),
                        found.complete()));
    }
}
