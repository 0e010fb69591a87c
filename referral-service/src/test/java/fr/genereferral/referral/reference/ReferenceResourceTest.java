package fr.genereferral.referral.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ReferenceResourceTest {

    @Test
    void labelsEveryStateInBothLanguages() {
        get("integrator", "states")
                .body("items", hasSize(ReferralStatus.values().length))
                .body("items.find { it.code == 'OFFERED' }.label.fr", equalTo("proposée à un centre"))
                .body("items.find { it.code == 'OFFERED' }.label.en", equalTo("offered to a hub"))
                .body("items.findAll { it.label.fr == it.code || it.label.en == it.code }", hasSize(0));
    }

    @Test
    void labelsEveryReasonToStop() {
        get("referrer", "withdrawal-reasons")
                .body("items", hasSize(greaterThan(1)))
                .body("items.label.fr", hasItem("décision de la famille"))
                .body("items.findAll { it.label.fr == it.code || it.label.en == it.code }", hasSize(0));
    }

    @Test
    void labelsAndDatesEveryCodeThatIsChosen() {
        get("hub_clinician", "codes")
                .body("items.find { it.code == 'ALREADY_ADMINISTERED' }.kind", equalTo("CANCELLATION_REFUSAL"))
                .body("items.findAll { it.from == null || it.source == '' }", hasSize(0))
                .body("items.findAll { it.label.fr == it.code || it.label.en == it.code }", hasSize(0));
    }

    @Test
    void labelsEveryReasonThatSettlesAContradiction() {
        get("referrer", "settlement-reasons")
                .body("items", hasSize(SettlementReason.values().length))
                .body("items.label.en", hasItem("samples mixed up"))
                .body("items.findAll { it.label.fr == it.code || it.label.en == it.code }", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"referrer", "hub_clinician", "hub_admin", "integrator"})
    void explainsProblemsToEveryRole(String role) {
        get(role, "problems")
                .body("items.find { it.code == 'MOVE_NOT_ALLOWED' }.status", equalTo(409))
                .body("items.find { it.code == 'MOVE_NOT_ALLOWED' }.origin", equalTo("SENDER"));
    }

    @Test
    void isNotForOtherRoles() {
        given().auth()
                .oauth2(Tokens.token(Tokens.RENNES, "rules_author", "referral-api"))
                .get("/v1/reference/states")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse get(String role, String list) {
        return given().auth()
                .oauth2(Tokens.token(Tokens.RENNES, role, "referral-api"))
                .get("/v1/reference/" + list)
                .then()
                .statusCode(200);
    }
}
