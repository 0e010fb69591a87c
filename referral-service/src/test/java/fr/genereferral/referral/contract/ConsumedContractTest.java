package fr.genereferral.referral.contract;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The producers' own examples, as they publish them, to the consumers as they run. */
@ServiceTest
class ConsumedContractTest {

    @Test
    void holdsForTheExamples() {
        for (var producer : Schemas.consumed()) {
            producer.types()
                    .forEach(type -> assertEquals(List.of(), producer.violations(type, producer.example(type)), type));
        }
    }

    @Test
    void isUnderstoodWordForWordWhenTheRulesMissAFact() {
        var journey = Journey.begun(Tokens.RENNES);

        journey.hear(
                "eligibility.events",
                "ReferralAssessed.v1",
                1,
                journey.example("eligibility-service", "ReferralAssessed.v1"));

        journey.until("AWAITING_INFORMATION").read().body("verdicts[0].missing.criterion", hasItem("ONA-IV.7"));
    }

    @Test
    void isUnderstoodUntilAHubAccepts() {
        var journey = Journey.begun(Tokens.RENNES);

        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.hearHub("OfferSeen.v1", 2);
        journey.hearHub("OfferAccepted.v1", 3);

        journey.until("ACCEPTED")
                .read()
                .body("offers.state", hasItem("ACCEPTED"))
                .body("offers[0].hub.id", equalTo("130804297"))
                .body("offers[0].terms.bring.code", hasItem("GENETIC_REPORT"));
        journey.get("/assessments").body("items.cause", hasItem("SUBMITTED"));
    }

    @Test
    void isUnderstoodWhenNoHubIsFoundAndWhenAnOfferIsTakenBack() {
        var declined = Journey.begun(Tokens.RENNES);
        declined.hearEligible();
        declined.until("ROUTING").hearHub("OfferMade.v1", 1);
        declined.hearHub("OfferDeclined.v1", 2);
        declined.hearHub("NoHubFound.v1", 3);
        var stopped = Journey.begun(Tokens.RENNES);
        stopped.hearEligible();
        stopped.until("ROUTING").hearHub("OfferMade.v1", 1);
        stopped.until("OFFERED").withdraw().statusCode(202);
        stopped.hearHub("OfferWithdrawn.v1", 2);

        var unanswered = Journey.begun(Tokens.RENNES);
        unanswered.hearEligible();
        unanswered.until("ROUTING").hearHub("OfferMade.v1", 1);
        unanswered.hearHub("OfferExpired.v1", 2);

        declined.until("ESCALATED").hearHub("SearchReopened.v1", 4);
        declined.until("ROUTING");
        unanswered.until("ROUTING").read().body("offers.state", hasItem("EXPIRED"));
        stopped.until("CANCELLED");
    }
}
