package fr.genereferral.referral.reference;

import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.CodeCatalogue.Kind;
import fr.genereferral.referral.web.ProblemCatalogue;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** GET /v1/reference/…: what the codes of this API mean, for whoever shows them to a person. */
@Path("/v1/reference")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REFERRER, Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR, Roles.INTEGRATOR
})
public class ReferenceResource {
    private final CodeCatalogue codes;
    private final ProblemCatalogue catalogue;

    ReferenceResource(CodeCatalogue codes, ProblemCatalogue catalogue) {
        this.codes = codes;
        this.catalogue = catalogue;
    }

    @GET
    @Path("/states")
    @Operation(operationId = "listStates")
    public Uni<CodeList> states() {
        return Uni.createFrom().item(CodeList.of("state", ReferralStatus.values()));
    }

    @GET
    @Path("/withdrawal-reasons")
    @Operation(operationId = "listWithdrawalReasons")
    public Uni<CodeList> withdrawalReasons() {
        return Uni.createFrom().item(CodeList.of("reason", codes.of(Kind.WITHDRAWAL)));
    }

    @GET
    @Path("/settlement-reasons")
    @Operation(operationId = "listSettlementReasons")
    public Uni<CodeList> settlementReasons() {
        return Uni.createFrom().item(CodeList.of("reason", SettlementReason.values()));
    }

    @GET
    @Path("/codes")
    @Operation(operationId = "listCodes")
    public Uni<DatedCodes> codes() {
        return Uni.createFrom().item(DatedCodes.of(codes));
    }

    @GET
    @Path("/problems")
    @Operation(operationId = "listProblems")
    public Uni<ProblemList> problems() {
        return Uni.createFrom().item(ProblemList.of(catalogue));
    }
}
