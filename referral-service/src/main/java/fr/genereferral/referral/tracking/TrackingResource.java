package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Asking;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.tracking.ActionsRepresentation.Asker;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.CurrentUser;
import fr.genereferral.referral.web.Language;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** One referral, its timeline, its assessments, and what may be done with it now. Reading is audited. */
@Path("/v1/referrals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
@Cancellable(false)
public class TrackingResource {
    private final ReadingReferral reading;
    private final Referrals referrals;
    private final ReferralRecords records;
    private final IdentityKeys keys;
    private final CodeCatalogue codes;
    private final HubDirectoryConfig hubDirectory;
    private final DocumentActions documents;
    private final DuplicateActions duplicates;
    private final CurrentUser user;

    TrackingResource(
            ReadingReferral reading,
            Referrals referrals,
            ReferralRecords records,
            IdentityKeys keys,
            CodeCatalogue codes,
            HubDirectoryConfig hubDirectory,
            DocumentActions documents,
            DuplicateActions duplicates,
            CurrentUser user) {
        this.reading = reading;
        this.referrals = referrals;
        this.records = records;
        this.keys = keys;
        this.codes = codes;
        this.hubDirectory = hubDirectory;
        this.documents = documents;
        this.duplicates = duplicates;
        this.user = user;
    }

    @GET
    @Operation(operationId = "readReferral")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReferralRepresentation.class)))
    public Uni<Response> read(UUID id, @Context Request request) {
        var access = user.access("READ_DOSSIER");
        return reading.read(id, user.isHub(), access).map(shown -> {
            var tag = new EntityTag(shown.tag());
            var unmet = request.evaluatePreconditions(tag);
            return unmet == null ? Response.ok(shown).tag(tag).build() : notModified(unmet.build());
        });
    }

    private static Response notModified(Response unmet) {
        if (unmet.getStatus() != Response.Status.NOT_MODIFIED.getStatusCode()) {
            throw Refused.because("STALE");
        }
        return unmet;
    }

    @GET
    @Path("/timeline")
    @Operation(operationId = "readTimeline")
    public Uni<TimelineRepresentation> timeline(UUID id, @Context HttpHeaders headers) {
        var access = user.access("READ_TIMELINE");
        return records.timeline(id, access)
                .map(entries -> TimelineRepresentation.from(entries, access.rights(), Language.of(headers)));
    }

    @GET
    @Path("/assessments")
    @Operation(operationId = "readAssessments")
    public Uni<AssessmentsRepresentation> assessments(UUID id) {
        return records.assessments(id, user.access("READ_ASSESSMENTS")).map(AssessmentsRepresentation::from);
    }

    @GET
    @Path("/actions")
    @Operation(operationId = "readActions")
    public Uni<ActionsRepresentation> actions(UUID id) {
        var access = user.access("READ_ACTIONS");
        return referrals.readState(id, access).chain(referral -> {
            var asker = asker(referral, access);
            return opens(id).chain(opens -> disputed(id, asker, access)
                    .map(disputed -> ActionsRepresentation.from(
                                    referral, asker, opens && mayName(referral, access), disputed)
                            .and(moves(referral, access, opens)))
                    .chain(listed -> ofCoordinator(referral, access).map(listed::and))
                    .chain(listed -> documents.of(id, opens, access).map(listed::and)));
        });
    }

    /** Whoever follows the child by another referral has that one's identity, unless it is asked as a hub here. */
    private boolean mayName(Referral referral, Access access) {
        var organisation = access.by().organisation();
        return user.mayReadIdentity()
                && (!referral.joint().isFollowedBy(organisation) || referral.isHeldBy(organisation));
    }

    private Uni<List<ActionsRepresentation.Action>> ofCoordinator(Referral referral, Access access) {
        return user.isCoordinator()
                ? duplicates.of(referral, access)
                : Uni.createFrom().item(List.of());
    }

    private List<ActionsRepresentation.Action> moves(Referral referral, Access access, boolean opens) {
        var moves = new MoveActions(referral, access.by(), codes);
        var items = new ArrayList<ActionsRepresentation.Action>();
        if (user.isReferrer()) {
            items.addAll(moves.ofHospital(opens));
        }
        if (user.isHub()) {
            items.addAll(moves.ofHub());
        }
        if (user.isCoordinator()) {
            items.addAll(moves.ofCoordinator());
            items.addAll(moves.ofCoordinatorAt(hubDirectory.url()));
        }
        items.addAll(moves.ofConversation(asks(), action -> may(action, opens)));
        return items;
    }

    private boolean asks() {
        return user.isHub() || user.isCoordinator();
    }

    private boolean may(Asking.Action action, boolean opens) {
        return switch (action) {
            case ANSWER_QUESTION -> user.isReferrer();
            case WRITE_MESSAGE -> opens;
            case TAKE_QUESTION_BACK -> asks();
        };
    }

    private Asker asker(Referral referral, Access access) {
        var may = user.isReferrer() ? referral.actionsOf(access.by().organisation()) : List.<String>of();
        var isOwn = referral.organisation().equals(access.by().organisation());
        return new Asker(access.rights(), may, user.isCoordinator(), readsAudit(access, isOwn));
    }

    /** Whose rights are those of another of his roles reads what that one may. */
    private boolean readsAudit(Access access, boolean isOwn) {
        return (user.isAuditor() || user.isReferrer())
                && (isOwn || access.rights().isNational());
    }

    /** Asked for only where something may be settled. */
    private Uni<List<Fact>> disputed(UUID id, Asker asker, Access access) {
        if (!asker.mayAddFacts()) {
            return Uni.createFrom().item(List.of());
        }
        return records.historyBeside(id, access).map(kept -> FactHistory.of(kept).facts().stream()
                .filter(fact -> !fact.choices().isEmpty())
                .toList());
    }

    /**
     * What could not be opened or sealed at once is not offered: an identity that is erased, or whose keys cannot be asked now,
     * words about it, and what is written of it in a draft.
     */
    private Uni<Boolean> opens(UUID id) {
        return keys.kept(id).onFailure().recoverWithItem(false);
    }
}
