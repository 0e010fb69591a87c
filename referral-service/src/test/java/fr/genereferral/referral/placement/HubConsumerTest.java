package fr.genereferral.referral.placement;

import static fr.genereferral.referral.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.Topics;
import java.util.List;
import java.util.UUID;
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
    void closesTheDossierToAHubThatGivesTheChildBackAndOpensItToTheNext() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.hearHub("OfferAccepted.v1", 2);
        String began = journey.until("ACCEPTED").read().extract().path("clockStartedAt");

        journey.hear("hub.events", "OfferWithdrawn.v1", 3, givenBack(journey, "GIVEN_BACK"));
        // Said again, it changes nothing.
        journey.hear("hub.events", "OfferWithdrawn.v1", 3, givenBack(journey, "GIVEN_BACK"));

        journey.until("ROUTING").as(Tokens.hub(MARSEILLE), "").statusCode(404);
        journey.read().body("clockStartedAt", equalTo(began));
        journey.get("/timeline")
                .body("items[-1].what", equalTo("OFFER_GIVEN_BACK"))
                .body("items[-1].reason", equalTo("PRODUCT_UNAVAILABLE"))
                .body("items[-1].by.organisation", equalTo(MARSEILLE))
                .body("items[-1].text", containsString("centre suivant"));
        var next = journey.example("hub-directory-service", "OfferMade.v1");
        next.put("offerId", UUID.randomUUID().toString());
        journey.hear("hub.events", "OfferMade.v1", 4, next);
        journey.until("OFFERED").as(Tokens.hub(MARSEILLE), "").statusCode(200);
    }

    @Test
    void endsAReferralThatIsGivenBackAfterAStopWasAskedFor() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.hearHub("OfferAccepted.v1", 2);
        journey.until("ACCEPTED").withdraw().statusCode(202);

        journey.hear("hub.events", "OfferWithdrawn.v1", 3, givenBack(journey, "WITHDRAWN_BY_HOSPITAL"));

        journey.until("CANCELLED").get("/timeline").body("items.what", hasItems("OFFER_GIVEN_BACK", "WITHDRAWN"));
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(404);
    }

    private static ObjectNode givenBack(Journey journey, String cause) {
        return journey.example("hub-directory-service", "OfferWithdrawn.v1")
                .put("cause", cause)
                .put("reason", "PRODUCT_UNAVAILABLE");
    }

    @Test
    void goesOnWithoutAHubThatHasKeptSilentAndShutsTheDossierToIt() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED").as(Tokens.hub(MARSEILLE), "").statusCode(200);

        journey.hearHub("OfferExpired.v1", 2);
        journey.hearHub("OfferExpired.v1", 2);

        journey.until("ROUTING").as(Tokens.hub(MARSEILLE), "").statusCode(404);
        journey.read().body("offers[0].state", equalTo("EXPIRED")).body("version", equalTo(4));
        journey.get("/timeline")
                .body("items.what", contains("SUBMITTED", "ASSESSED", "OFFER_MADE", "OFFER_EXPIRED"))
                .body("items[3].text", endsWith("n’a pas répondu à temps."));
    }

    @Test
    void leavesItToTheCoordinatorWhenHubsHaveKeptSilentUntilOneSpeaksTooLate() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.hearHub("OfferExpired.v1", 2);
        var nobody = journey.example("hub-directory-service", "NoHubFound.v1").put("reason", "UNANSWERED");
        journey.hear("hub.events", "NoHubFound.v1", 3, nobody);
        journey.until("ESCALATED")
                .get("/timeline")
                .body("items[4].reason", equalTo("UNANSWERED"))
                .body("items[4].text", equalTo("Pas de réponse dans les délais : le coordinateur reprend la main."));

        var late = UUID.randomUUID().toString();
        for (var type : List.of("OfferMade.v1", "OfferAccepted.v1")) {
            var event = journey.example("hub-directory-service", type).put("offerId", late);
            journey.hear("hub.events", type, type.equals("OfferMade.v1") ? 4 : 5, event);
        }

        journey.until("ACCEPTED").read().body("offers.state", contains("EXPIRED", "ACCEPTED"));
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(200);
    }

    @Test
    void saysWhoHasNamedAHubAndWhoHasLetTheSearchBeginAnew() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("NoHubFound.v1", 1);
        journey.until("ESCALATED")
                .as(Tokens.coordinator(), "/actions")
                .body(
                        "items.find { it.action == 'COORDINATE' }.href",
                        endsWith("/placements/" + journey.id() + "/actions"));
        var named = journey.example("hub-directory-service", "OfferMade.v1");
        var by = named.putObject("assigned").put("reason", "HUB_AGREED").putObject("by");
        by.put("organisation", "national").put("role", "coordinator");

        journey.hear("hub.events", "OfferMade.v1", 2, named);
        journey.until("OFFERED").as(Tokens.hub(MARSEILLE), "").statusCode(200);
        journey.hearHub("OfferDeclined.v1", 3);
        journey.hearHub("NoHubFound.v1", 4);
        journey.until("ESCALATED").hearHub("SearchReopened.v1", 5);

        journey.until("ROUTING")
                .get("/timeline")
                .body("items[3].what", equalTo("OFFER_ASSIGNED"))
                .body("items[3].by.role", equalTo("coordinator"))
                .body("items[3].text", endsWith("sollicité par la coordination (le centre peut recevoir l’enfant)."))
                .body("items[-1].what", equalTo("SEARCH_REOPENED"))
                .body("items[-1].reason", equalTo("HUB_HAS_PLACE"))
                .body("items[-1].by.organisation", equalTo("national"));
    }

    @Test
    void doesNotSayThatTheCoordinatorActsWhenANewVerdictHasEndedTheSearch() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearVerdict("DEFERRED", 2, 1, "TIME");
        await().untilAsserted(() -> journey.get("/timeline").body("items.what", hasItem("REASSESSED")));

        journey.hearHub("NoHubFound.v1", 1);

        journey.until("DEFERRED")
                .get("/timeline")
                .body("items[-1].what", equalTo("NO_HUB_FOUND"))
                .body("items[-1].text", endsWith("demande différée."));
    }

    @Test
    void understandsThatNoHubIsFoundAsItWasSaidBeforeHubsCouldKeepSilent() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        var nobody = journey.example("hub-directory-service", "NoHubFound.v1");
        nobody.remove("reason");

        journey.until("ROUTING").hear("hub.events", "NoHubFound.v1", 1, nobody);

        journey.until("ESCALATED");
    }

    @Test
    void showsWhatAYesComesWithInCodesAndInWordsToWhomeverReadsTheReferral() {
        var journey = accepted(journeyExample());

        for (var reader : List.of(Tokens.hospital(Tokens.RENNES), Tokens.coordinator(), Tokens.hub(MARSEILLE))) {
            journey.as(reader, "")
                    .body("offers[0].terms.firstAppointment.from", equalTo("2026-12-07"))
                    .body("offers[0].terms.firstAppointment.to", equalTo("2026-12-11"))
                    .body("offers[0].terms.firstAppointment.on", nullValue())
                    .body("offers[0].terms.contact.function.label.fr", equalTo("Infirmier de coordination"))
                    .body("offers[0].terms.contact.telephone", equalTo("+33 4 00 00 00 00"))
                    .body(
                            "offers[0].terms.conditions.code",
                            contains("ANTIBODY_TITRE_REPEATED", "NO_INTERCURRENT_INFECTION"))
                    .body("offers[0].terms.conditions[1].label.fr", equalTo("Pas d’infection intercurrente"))
                    .body("offers[0].terms.bring[0].label.en", equalTo("Health record (carnet de santé)"));
        }
        journey.get("/timeline")
                .body("items[-1].what", equalTo("OFFER_ACCEPTED"))
                .body("items[-1].reason", equalTo("FIRST_APPOINTMENT_AND_CONDITIONS"))
                .body(
                        "items[-1].text",
                        endsWith("a accepté l’enfant, sous conditions, et fixé un premier rendez-vous."));
    }

    @Test
    void understandsAYesThatComesWithNothingAsOfBefore() {
        var before = journeyExample();
        before.remove("terms");

        accepted(before).read().body("offers[0].state", equalTo("ACCEPTED")).body("offers[0].terms", nullValue());
        accepted(journeyExample().putNull("terms"))
                .get("/timeline")
                .body("items[-1].text", endsWith("a accepté l’enfant."))
                .body("items[-1].reason", nullValue());
    }

    @Test
    void showsACodeThatItDoesNotKnowYetAsItIs() {
        var yes = journeyExample();
        ((ObjectNode) yes.get("terms")).remove(List.of("firstAppointment", "contact"));
        ((ObjectNode) yes.get("terms")).putArray("conditions").add("OF_TOMORROW");
        ((ObjectNode) yes.get("terms")).putArray("bring");

        accepted(yes)
                .read()
                .body("offers[0].terms.conditions[0].label.fr", equalTo("OF_TOMORROW"))
                .body("offers[0].terms.bring", hasSize(0))
                .body("offers[0].terms.contact", nullValue())
                .body("offers[0].terms.firstAppointment", nullValue());
    }

    @Test
    void showsNobodyWhatAYesCameWithThatHoldsNoLonger() {
        var journey = accepted(journeyExample());

        journey.hear("hub.events", "OfferWithdrawn.v1", 3, givenBack(journey, "GIVEN_BACK"));

        journey.until("ROUTING")
                .read()
                .body("offers[0].state", equalTo("WITHDRAWN"))
                .body("offers[0].terms", nullValue());
    }

    private static ObjectNode journeyExample() {
        return Journey.published("hub-directory-service", "OfferAccepted.v1");
    }

    private static Journey accepted(ObjectNode yes) {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.hear("hub.events", "OfferAccepted.v1", 2, yes.put("referralId", journey.id()));
        return journey.until("ACCEPTED");
    }

    @Test
    void namesTheCoordinationWhereAHubHasAnsweredByTelephone() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        var yes = journey.example("hub-directory-service", "OfferAccepted.v1");
        yes.putObject("heardBy")
                .put("organisation", "national")
                .put("role", "coordinator")
                .put("channel", "TELEPHONE")
                .put("saidAt", "2026-11-23T17:15:00Z");

        journey.hear("hub.events", "OfferAccepted.v1", 2, yes);

        journey.until("ACCEPTED")
                .get("/timeline")
                .body("items[-1].what", equalTo("OFFER_ACCEPTED"))
                .body("items[-1].by.organisation", equalTo("national"))
                .body("items[-1].by.role", equalTo("coordinator"))
                .body("items[-1].hub.id", equalTo(MARSEILLE))
                .body("items[-1].text", endsWith("Dit au téléphone, noté par la coordination."));
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(200);
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOnWithTheNext() {
        var poisoned = Journey.begun(Tokens.RENNES);
        var healthy = Journey.begun(Tokens.RENNES);
        Topics.publish("hub.events", poisoned.id(), "OfferMade.v1", 1, "{not json");
        healthy.hearEligible();
        healthy.until("ROUTING").hearHub("OfferMade.v1", 1);

        healthy.until("OFFERED");
        await().untilAsserted(() -> assertTrue(Topics.all("referral-service.dead-letters").stream()
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
