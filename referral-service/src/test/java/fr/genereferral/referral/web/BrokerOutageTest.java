package fr.genereferral.referral.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import fr.genereferral.local.Part;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.LocalServers;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import org.junit.jupiter.api.Test;

@ServiceTest
class BrokerOutageTest {

    @Test
    void doesNotStopIntakeAndIsMadeUpForAfterwards() {
        LocalServers.platform().kill(Part.KAFKA);

        given().get("/q/health/ready").then().statusCode(200);
        var journey = Journey.begun(Tokens.RENNES);
        given().get("/q/health/live").then().statusCode(200);

        LocalServers.platform().restart(Part.KAFKA);
        journey.hearEligible();
        journey.until("ROUTING").read().body("version", equalTo(2));
    }
}
