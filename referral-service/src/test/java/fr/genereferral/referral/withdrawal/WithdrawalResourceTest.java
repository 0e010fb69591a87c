package fr.genereferral.referral.withdrawal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class WithdrawalResourceTest {
    private static final String MARSEILLE = "130804297";

    @Test
    void isForTheHospitalThatSentItNotForAReferrerOfTheHubsSite() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED");
        var colleague = Tokens.hospital(MARSEILLE);

        journey.as(colleague, "/actions").statusCode(200).body("items.action", not(hasItem("WITHDRAW")));
        journey.withdrawAs(colleague).statusCode(403).body("code", equalTo("FORBIDDEN"));
        journey.withdrawAs(Tokens.hub(MARSEILLE)).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "{}, /reason, FIELD_MISSING",
        "[], '', WRONG_TYPE",
        "\"DECEASED\", '', WRONG_TYPE",
        "{\"reason\": null}, /reason, WRONG_TYPE",
        "{\"reason\": \"BORED\"}, /reason, VALUE_NOT_ALLOWED"
    })
    void needsAReason(String body, String pointer, String code) {
        withdraw(body)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void takesNoFieldItDoesNotKnow() {
        withdraw("{\"reason\": \"DECEASED\", \"a/b\": 1}")
                .statusCode(422)
                .body("violations.pointer", hasItem("/a~1b"))
                .body("violations.code", hasItem("FIELD_UNKNOWN"));
    }

    private static io.restassured.response.ValidatableResponse withdraw(String body) {
        return given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .contentType("application/json")
                .body(body)
                .post("/v1/referrals/00000000-0000-7000-8000-000000000000/withdrawal")
                .then();
    }
}
