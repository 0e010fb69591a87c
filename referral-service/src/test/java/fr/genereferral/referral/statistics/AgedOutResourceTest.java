package fr.genereferral.referral.statistics;

import static fr.genereferral.referral.statistics.GrownChild.WEIGHT;
import static fr.genereferral.referral.statistics.GrownChild.judged;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Patience;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Today;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.statistics.CountingAgedOut.Loss;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest
class AgedOutResourceTest {
    /** As few as are told. */
    private static final int TOLD = 5;

    @Inject
    CountingAgedOut counting;

    @Test
    void tellsHowManyOnceTheyAreEnoughAndNamesNobody() throws Throwable {
        var grown = Stream.generate(AgedOutResourceTest::grownWhileAsked)
                .limit(TOLD)
                .toList();

        read(Tokens.token("national", "coordinator", "referral-api"))
                .statusCode(200)
                .body("fewerThan", equalTo(TOLD))
                .body("text.fr", containsString("qu'aucun centre"))
                .body("text.en", containsString("no hub"))
                .body(
                        "items.find { it.therapy == 'ONA-IV' && it.year == "
                                + Today.inParis().getYear() + " }.children",
                        greaterThanOrEqualTo(TOLD))
                .body(not(containsString(grown.get(0).id())));
    }

    @Test
    void countsAChildOnceAndAlsoWhenItsHospitalHasGivenUp() throws Throwable {
        var child = grownWhileAsked();
        assertEquals(1, losses(child).size());

        child.withdraw("FAMILY_DECISION").statusCode(200);

        assertEquals(List.of(new Loss(UUID.fromString(child.id()), "ONA-IV", Today.inParis())), losses(child));
    }

    @Test
    void countsNoChildThatShouldNeverHaveBeenThere() throws Throwable {
        var child = grownWhileAsked();

        child.withdraw("ENTERED_IN_ERROR").statusCode(200);

        assertEquals(List.of(), losses(child));
    }

    @Test
    void countsAChildThatGrowsOutWhileAHubThinksUnlessThatHubTakesIt() throws Throwable {
        var child = Journey.begun(Tokens.RENNES);
        child.hearExplained(judged("ELIGIBLE").weight("satisfied", 20.8).document(), 1, 1, "SUBMITTED");
        child.until("ROUTING").hearHub("OfferMade.v1", 1);
        child.until("OFFERED").hearExplained(grown(), 2, 1, "TIME");
        Patience.await().untilAsserted(() -> child.get("/assessments").body("items", hasSize(2)));
        child.read().body("state", equalTo("OFFERED"));
        assertEquals(1, losses(child).size());

        child.hearHub("OfferAccepted.v1", 2);
        child.until("ACCEPTED");

        assertEquals(List.of(), losses(child));
    }

    @Test
    void countsNoMoreWhatHasOpenedAgain() throws Throwable {
        var child = grownWhileAsked();
        child.addFacts(weight("20.7")).statusCode(201);

        child.hearExplained(judged("ELIGIBLE").weight("satisfied", 20.7).document(), 3, 3, "FACTS");
        child.until("ROUTING");

        assertEquals(List.of(), losses(child));
    }

    @Test
    void isForTheCoordinatorAndTheAuditorAlone() {
        read(Tokens.token("national", "auditor", "referral-api")).statusCode(200);
        for (var role : new String[] {"referrer", "hub_clinician", "hub_admin", "rules_author", "integrator"}) {
            read(Tokens.token(Tokens.RENNES, role, "referral-api")).statusCode(403);
        }
    }

    /** Asked for a weight that had become too old, and told one over the limit. */
    private static Journey grownWhileAsked() {
        var child = Journey.begun(Tokens.RENNES);
        child.hearExplained(judged("NEEDS_INFO").weight("missing", 20.8).document(), 1, 1, "SUBMITTED");
        child.until("AWAITING_INFORMATION").addFacts(weight("21.6")).statusCode(201);
        child.hearExplained(grown(), 2, 2, "FACTS");
        return child.until("NOT_ELIGIBLE");
    }

    private static ObjectNode grown() {
        return judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT).document();
    }

    private static String weight(String kilograms) {
        return """
                {"facts": [{"code": "body-weight", "state": "present", "value": %s, "unit": "kg", "date": "%s",
                            "source": "clinician"}]}""".formatted(kilograms, Today.inParis());
    }

    private List<Loss> losses(Journey child) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(counting::losses).stream()
                .filter(loss -> loss.referralId().toString().equals(child.id()))
                .toList();
    }

    private static ValidatableResponse read(String token) {
        return given().auth().oauth2(token).get("/v1/statistics/aged-out").then();
    }
}
