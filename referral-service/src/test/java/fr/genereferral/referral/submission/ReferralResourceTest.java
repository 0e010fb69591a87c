package fr.genereferral.referral.submission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReferralResourceTest {

    @Test
    void keepsAReferralAndNamesIt() {
        post(Bodies.complete(), UUID.randomUUID().toString())
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("ASSESSING"))
                .body("reference", matchesPattern("GR-[2-9A-Y]{8}"))
                .body("dossier.disease.orpha", equalTo("ORPHA:83330"));
    }

    @Test
    void keepsWhatTheFamilyWantsAndTellsItToNoHub() {
        var body = Bodies.complete();
        var wishes = body.putObject("familyWishes");
        wishes.putObject("preferred").put("hub", "750100208").put("reason", "RELATIVES_NEARBY");
        wishes.putArray("declined").addObject().put("hub", "340785161").put("reason", "JOURNEY");
        String id = post(body, UUID.randomUUID().toString())
                .statusCode(201)
                .body("familyWishes.preferred.hub", equalTo("750100208"))
                .body("familyWishes.declined[0].reason", equalTo("JOURNEY"))
                .extract()
                .path("id");
        var journey = Journey.of(id, Tokens.RENNES);

        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);

        journey.until("OFFERED").as(Tokens.hub("130804297"), "").statusCode(200).body("familyWishes", nullValue());
        var declined =
                journey.example("hub-directory-service", "OfferDeclined.v1").put("reason", "FAMILY_PREFERENCE");
        journey.hear("hub.events", "OfferDeclined.v1", 2, declined);
        journey.until("ROUTING")
                .read()
                .body("familyWishes.declined.hub", contains("340785161", "130804297"))
                .body("familyWishes.declined[1].reason", equalTo("TOLD_THE_HUB"));
    }

    @Test
    void answersARepeatedRequestWithTheFirstReferral() {
        var key = UUID.randomUUID().toString();
        String first = post(Bodies.complete(), key).statusCode(201).extract().header("Location");

        post(Bodies.complete(), key).statusCode(201).header("Location", equalTo(first));
    }

    @Test
    void refusesAKeyThatCameWithAnotherBody() {
        var key = UUID.randomUUID().toString();
        post(Bodies.complete(), key).statusCode(201);
        var other = Bodies.complete();
        ((ObjectNode) other.get("dossier")).put("residenceDepartement", "35");

        post(other, key).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void asksForAKey() {
        request(Tokens.RENNES)
                .body(Bodies.complete().toString())
                .post("/v1/referrals")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"))
                .body("origin", equalTo("SENDER"));
    }

    @Test
    void namesTheNearestFactWhenACodeIsUnknown() {
        var body = Bodies.complete();
        ((ObjectNode) body.at("/dossier/facts/0")).put("code", "body-wieght");

        post(body, UUID.randomUUID().toString())
                .statusCode(422)
                .body("violations.pointer", hasItem("/dossier/facts/0/code"))
                .body("violations.code", hasItem("FACT_UNKNOWN"))
                .body("violations.expected", hasItem("body-weight"));
    }

    @Test
    void refusesUnknownFieldsAndAMissingConsent() {
        var body = Bodies.complete();
        body.put("surprise", 1);
        post(body, UUID.randomUUID().toString()).statusCode(422).body("violations.code", hasItem("FIELD_UNKNOWN"));

        var unconsented = Bodies.complete();
        ((ObjectNode) unconsented.get("dossier")).remove("consent");
        post(unconsented, UUID.randomUUID().toString())
                .statusCode(422)
                .body("violations.code", hasItem("CONSENT_MISSING"));
    }

    @Test
    void namesEverythingThatIsImpossibleAtOnce() {
        var body = Bodies.complete();
        ((ObjectNode) body.at("/dossier/antibodies/0")).put("date", "2999-01-01");
        ((ObjectNode) body.at("/dossier/facts/0")).put("date", "2026-07-19");
        ((ObjectNode) body.at("/dossier/clinician")).put("rpps", "10101201234");

        post(body, UUID.randomUUID().toString())
                .statusCode(422)
                .body("violations.find { it.code == 'DATE_IN_FUTURE' }.pointer", equalTo("/dossier/antibodies/0/date"))
                .body("violations.find { it.code == 'DATE_BEFORE_BIRTH' }.pointer", equalTo("/dossier/facts/0/date"))
                .body("violations.find { it.code == 'WRONG_CHECK_DIGIT' }.pointer", equalTo("/dossier/clinician/rpps"));
    }

    @Test
    void refusesWhatIsNotJsonWithoutQuotingIt() {
        request(Tokens.RENNES)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"dossier\": EXEMPLE-CANARI")
                .post("/v1/referrals")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body(not(containsString("CANARI")));
    }

    @Test
    void speaksEnglishWhenAsked() {
        request(Tokens.RENNES)
                .header("Accept-Language", "en")
                .body("{}")
                .post("/v1/referrals")
                .then()
                .statusCode(400)
                .body("title", equalTo("Idempotency-Key header missing"));
    }

    @Test
    void refusesOtherRolesAndTokensForOtherServices() {
        postAs(Tokens.hub(Tokens.NANTES)).statusCode(403).body("code", equalTo("FORBIDDEN"));
        postAs(Tokens.token(Tokens.RENNES, "referrer", "eligibility-api"))
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
        postAs(Tokens.token(null, "referrer", "referral-api"))
                .statusCode(403)
                .body("code", equalTo("ORGANISATION_MISSING"));
    }

    private static ValidatableResponse postAs(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Bodies.complete().toString())
                .post("/v1/referrals")
                .then();
    }

    private static ValidatableResponse post(ObjectNode body, String key) {
        return request(Tokens.RENNES)
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/referrals")
                .then();
    }

    private static io.restassured.specification.RequestSpecification request(String hospital) {
        return given().auth().oauth2(Tokens.hospital(hospital)).contentType("application/json");
    }
}
