package fr.genereferral.referral.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.meeting.Minutes;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@ServiceTest
class OverruleResourceTest {
    private static final String MARSEILLE = "130804297";

    @Test
    void countsChildrenByCriterionAndDirection() {
        var before = count("ONA-IV.1", "NO_GO");
        var journey = Journey.begun(Tokens.RENNES).accepted();
        var no = Minutes.of("NO_GO").overruling("ONA-IV.1").toString();

        journey.meet(Tokens.hub(MARSEILLE), no).statusCode(201);
        journey.meet(Tokens.hub(MARSEILLE), no).statusCode(201);

        assertEquals(before + 1, count("ONA-IV.1", "NO_GO"), "one child, however often experts have met");
        assertEquals(0, count("ONA-IV.1", "GO"));
    }

    @Test
    void tellsNoSmallNumberToThoseWhoWriteRules() {
        Journey.begun(Tokens.RENNES)
                .accepted()
                .meet(
                        Tokens.hub(MARSEILLE),
                        Minutes.of("NO_GO").overruling("ONA-IV.2").toString())
                .statusCode(201);
        var mine = "items.find { it.criterion == 'ONA-IV.2' && it.decision == 'NO_GO' }.";

        read("rules_author", "national")
                .body(mine + "children", nullValue())
                .body(mine + "decided", nullValue())
                .body(mine + "fewerThan", equalTo(5));
        read("auditor", "national").body(mine + "fewerThan", nullValue());
    }

    @Test
    void isNotForHospitalsAndHubs() {
        for (var role : new String[] {"referrer", "hub_clinician", "hub_admin", "integrator"}) {
            given().auth()
                    .oauth2(Tokens.token(Tokens.RENNES, role, "referral-api"))
                    .get("/v1/statistics/overrules")
                    .then()
                    .statusCode(403);
        }
    }

    private static int count(String criterion, String decision) {
        Integer children = read("coordinator", "national")
                .extract()
                .path("items.find { it.criterion == '" + criterion + "' && it.decision == '" + decision
                        + "' }?.children");
        return children == null ? 0 : children;
    }

    private static ValidatableResponse read(String role, String organisation) {
        return given().auth()
                .oauth2(Tokens.token(organisation, role, "referral-api"))
                .get("/v1/statistics/overrules")
                .then()
                .statusCode(200);
    }
}
