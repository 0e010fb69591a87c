package fr.genereferral.referral.placement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.Topics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ServiceTest
class HubConsumerTest {
    private static final String MARSEILLE = "130804297";

    @Test
    void followsAnOfferToItsAcceptance() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED").hearHub("OfferSeen.v1", 2);
        journey.hearHub("OfferAccepted.v1", 3);

        journey.until("ACCEPTED")
                .get("/timeline")
                .body("items.what", contains("SUBMITTED", "ASSESSED", "OFFER_MADE", "OFFER_SEEN", "OFFER_ACCEPTED"))
                .body("items.version", contains(1, 2, 3, 4, 5));
    }

    @Test
    void appliesEventsInTurnWhateverTheOrderAndHoweverOftenTheyCome() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferDeclined.v1", 2);
        journey.hearHub("OfferMade.v1", 1);
        journey.hearHub("OfferMade.v1", 1);
        journey.hearHub("NoHubFound.v1", 3);
        journey.hearHub("OfferDeclined.v1", 2);

        journey.until("ESCALATED").read().body("offers", hasSize(1)).body("version", equalTo(5));
    }

    @Test
    void opensTheDossierToAHubOnlyWhileItIsAsked() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(404);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED");
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(200);
        journey.as(Tokens.hub(MARSEILLE), "/identity").statusCode(200).body("familyName", equalTo("EXEMPLE-CANARI"));

        journey.hearHub("OfferDeclined.v1", 2);
        journey.until("ROUTING").as(Tokens.hub(MARSEILLE), "").statusCode(404);
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOnWithTheNext() {
        var poisoned = Journey.begun(Tokens.RENNES);
        var healthy = Journey.begun(Tokens.RENNES);
        Topics.publish("hub.events", poisoned.id(), "OfferMade.v1", 1, "{not json");
        healthy.hearEligible();
        healthy.until("ROUTING").hearHub("OfferMade.v1", 1);

        healthy.until("OFFERED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertTrue(Topics.all("referral-service.dead-letters").stream()
                        .anyMatch(r -> r.key().equals(poisoned.id()))));
    }

    @Test
    void answersThatItIsStoppingUntilTheDirectoryHasSpoken() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED").withdraw().statusCode(202).body("stopping", equalTo(true));
        journey.withdraw().statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));

        journey.hearHub("OfferWithdrawn.v1", 2);

        journey.until("CANCELLED").get("/timeline").body("items.what", hasItem("WITHDRAWN"));
    }
}
