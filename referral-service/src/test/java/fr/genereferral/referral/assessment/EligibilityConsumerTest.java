package fr.genereferral.referral.assessment;

import static fr.genereferral.referral.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@ServiceTest
class EligibilityConsumerTest {

    /** Nobody could ever read such an assessment: it is set aside, and the referral waits for the event as it should be. */
    @Test
    void setsAnAssessmentAsideWhoseDocumentIsNotDeflated() {
        var journey = Journey.begun(Tokens.RENNES);
        var event = journey.example("eligibility-service", "ReferralAssessed.v1");
        event.put("document", "{\"verdicts\": []}".getBytes(StandardCharsets.UTF_8));

        journey.hear("eligibility.events", "ReferralAssessed.v1", 1, event);

        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .queryParam("stuck", true)
                .get("/v1/referrals")
                .then()
                .body("items.id", hasItem(journey.id())));
        journey.read().body("state", equalTo("ASSESSING"));
        journey.hearEligible();
        journey.until("ROUTING");
    }
}
