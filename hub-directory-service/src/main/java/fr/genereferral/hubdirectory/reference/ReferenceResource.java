package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.web.AcceptanceCodes;
import fr.genereferral.hubdirectory.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/reference/…: codes and what they mean, for everybody who has a role. */
@Path("/v1/reference")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.REFERRER,
    Roles.HUB_CLINICIAN,
    Roles.HUB_ADMIN,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.RULES_AUTHOR,
    Roles.RULES_REVIEWER,
    Roles.INTEGRATOR
})
public class ReferenceResource {
    private final AcceptanceTermCodes acceptanceTerms;
    private final AnomalyReasons anomalyReasons;
    private final CoordinationReasons coordinationReasons;
    private final DeclineReasons declineReasons;
    private final GiveBackReasons giveBackReasons;
    private final HandoverReasons handoverReasons;
    private final HubFunctions hubFunctions;
    private final LossReasons lossReasons;
    private final PauseReasons pauseReasons;

    ReferenceResource(ObjectMapper json, AcceptanceCodes acceptanceCodes) {
        acceptanceTerms = AcceptanceTermCodes.of(acceptanceCodes);
        anomalyReasons = AnomalyReasons.of(ReferenceData.read(json, "anomaly-reasons"));
        coordinationReasons = CoordinationReasons.of(ReferenceData.read(json, "coordination-reasons"));
        declineReasons = DeclineReasons.of(ReferenceData.read(json, "decline-reasons"));
        giveBackReasons = GiveBackReasons.of(ReferenceData.read(json, "give-back-reasons"));
        handoverReasons = HandoverReasons.of(ReferenceData.read(json, "handover-reasons"));
        hubFunctions = HubFunctions.of(ReferenceData.read(json, "contracts/published/hub-functions"));
        lossReasons = LossReasons.of(ReferenceData.read(json, "loss-reasons"));
        pauseReasons = PauseReasons.of(ReferenceData.read(json, "pause-reasons"));
    }

    @GET
    @Path("/acceptance-terms")
    @Operation(operationId = "readAcceptanceTerms")
    public AcceptanceTermCodes acceptanceTerms() {
        return acceptanceTerms;
    }

    @GET
    @Path("/anomaly-reasons")
    @Operation(operationId = "readAnomalyReasons")
    public AnomalyReasons anomalyReasons() {
        return anomalyReasons;
    }

    @GET
    @Path("/coordination-reasons")
    @Operation(operationId = "readCoordinationReasons")
    public CoordinationReasons coordinationReasons() {
        return coordinationReasons;
    }

    @GET
    @Path("/decline-reasons")
    @Operation(operationId = "readDeclineReasons")
    public DeclineReasons declineReasons() {
        return declineReasons;
    }

    @GET
    @Path("/give-back-reasons")
    @Operation(operationId = "readGiveBackReasons")
    public GiveBackReasons giveBackReasons() {
        return giveBackReasons;
    }

    @GET
    @Path("/handover-reasons")
    @Operation(operationId = "readHandoverReasons")
    public HandoverReasons handoverReasons() {
        return handoverReasons;
    }

    @GET
    @Path("/hub-functions")
    @Operation(operationId = "readHubFunctions")
    public HubFunctions hubFunctions() {
        return hubFunctions;
    }

    @GET
    @Path("/loss-reasons")
    @Operation(operationId = "readLossReasons")
    public LossReasons lossReasons() {
        return lossReasons;
    }

    @GET
    @Path("/pause-reasons")
    @Operation(operationId = "readPauseReasons")
    public PauseReasons pauseReasons() {
        return pauseReasons;
    }
}
