package fr.genereferral.referral.setback;

import static fr.genereferral.referral.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.Topics;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class DeadLetterConsumerTest {

    @Test
    void aReferralBehindAnEventThatCouldNotBeTakenIsStuckUntilItIsRepaired() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING");
        Topics.publish("hub.events", journey.id(), "OfferMade.v1", 1, "{not json");
        isStuck(journey.id());

        journey.hearHub("OfferSeen.v1", 2);
        isStuck(journey.id());
        journey.withdraw().statusCode(202);
        isStuck(journey.id());
        journey.hearHub("OfferMade.v1", 1);

        isNotStuck(journey.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eligibility-service", "hub-directory-service"})
    void aReferralThatAnotherServiceHasSetAsideIsStuckUntilThatServiceSpeaksOfItAgain(String service) {
        var journey = Journey.begun(Tokens.RENNES);
        Topics.publish(service + ".dead-letters", journey.id(), "ReferralSubmitted.v1", 1, "{not json");
        isStuck(journey.id());

        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);

        isNotStuck(journey.id());
    }

    @Test
    void aDeadLetterOfNoReferralHoldsNobodyUp() {
        var healthy = Journey.begun(Tokens.RENNES);
        Topics.publish("hub-directory-service.dead-letters", "no referral", "RulePackActivated.v1", 1, "\0");
        Topics.publish("hub-directory-service.dead-letters", UUID.randomUUID().toString(), "", 1, "");
        var held = Journey.begun(Tokens.RENNES);
        Topics.publish("hub-directory-service.dead-letters", held.id(), "", 1, "");

        isStuck(held.id());
        isNotStuck(healthy.id());
    }

    @Test
    void theFilterIsTrueOrFalse() {
        list("stuck=perhaps").statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    private static void isStuck(String id) {
        awaited(() -> list("stuck=true").body("items.id", hasItem(id)).body(since(id), not(nullValue())));
    }

    private static void isNotStuck(String id) {
        awaited(() -> list("stuck=true").body("items.id", not(hasItem(id))));
        list("stuck=false").body("items.id", hasItem(id)).body(since(id), nullValue());
    }

    private static String since(String id) {
        return "items.find { it.id == '" + id + "' }.stuckSince";
    }

    private static void awaited(Runnable assertion) {
        await().untilAsserted(assertion::run);
    }

    private static ValidatableResponse list(String filter) {
        return given().auth()
                .oauth2(Tokens.coordinator())
                .get("/v1/referrals?limit=200&" + filter)
                .then();
    }
}
