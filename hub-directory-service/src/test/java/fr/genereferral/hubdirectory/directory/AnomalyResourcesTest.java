package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@ServiceTest
class AnomalyResourcesTest {
    private static final String ANOMALIES = "/v1/directory/anomalies";

    @Test
    void isReportedByAnybodyAndSettledOnceByItsHub() {
        var id = reported(Tokens.hospital(BASTIA), LYON);
        var settlement = ANOMALIES + "/" + id + "/settlement";
        var corrected = "{\"outcome\": \"CORRECTED\"}";

        DirectoryCalls.post(admin(NANTES), settlement, corrected).statusCode(404);
        DirectoryCalls.post(Tokens.of(NANTES, "hub_admin", "auditor"), settlement, corrected)
                .statusCode(404);
        DirectoryCalls.post(Tokens.hub(LYON), settlement, corrected).statusCode(403);
        DirectoryCalls.post(admin(LYON), settlement, corrected)
                .statusCode(200)
                .body("settlement.outcome", equalTo("CORRECTED"))
                .body("settlement.settledFor", equalTo(LYON));
        DirectoryCalls.post(Tokens.coordinator(), settlement, "{\"outcome\": \"REPORTED_BEFORE\"}")
                .statusCode(409)
                .body("code", equalTo("ANOMALY_SETTLED"));

        Search.get(Tokens.hospital(BASTIA), ANOMALIES + "/" + id)
                .statusCode(200)
                .body("settlement.outcome", equalTo("CORRECTED"));
    }

    @Test
    void isSeenByTheNationItsHubAndWhoHasReportedIt() {
        var id = reported(Tokens.hospital(BASTIA), LYON);
        var url = ANOMALIES + "/" + id;

        Search.get(Tokens.coordinator(), url).statusCode(200).body("reportedFor", equalTo(BASTIA));
        Search.get(Tokens.hub(LYON), url).statusCode(200).body("reportedFor", nullValue());
        Search.get(Tokens.hospital(NECKER), url).statusCode(404);
        Search.get(admin(LYON), ANOMALIES + "?state=OPEN")
                .body("items.id", hasItem(id))
                .body("items.hub", everyItem(equalTo(LYON)));
        Search.get(admin(NANTES), ANOMALIES).body("items.id", not(hasItem(id)));
        Search.get(Tokens.coordinator(), ANOMALIES + "?state=SETTLED").body("items.id", not(hasItem(id)));
        Search.get(Tokens.hospital(BASTIA), ANOMALIES).statusCode(403);
    }

    @Test
    void isOpenedByAHubThatHasLostACapability() {
        var search = Search.in("35").routed("OfferMade");
        search.decline("CAPABILITY_LOST").statusCode(200);

        Search.get(Tokens.auditor(), ANOMALIES + "?state=OPEN&limit=1")
                .body("items", hasSize(1))
                .body("items[0].hub", equalTo(NANTES))
                .body("items[0].reason", equalTo("CAPABILITY_LOST"))
                .body("items[0].therapy", equalTo("ONA-IV"))
                .body("items[0].offerId", notNullValue());
    }

    @Test
    void isListedPageByPage() {
        var older = reported(Tokens.hospital(BASTIA), NECKER);
        var newer = reported(Tokens.hospital(BASTIA), NECKER);

        String next = Search.get(admin(NECKER), ANOMALIES + "?limit=1")
                .body("items.id", contains(newer))
                .extract()
                .path("next");
        Search.get(admin(NECKER), ANOMALIES + "?limit=1&cursor=" + next).body("items.id", contains(older));
    }

    @Test
    void takesCodesAndNoWords() {
        report(Tokens.hospital(BASTIA), "{\"hub\": \"999999999\", \"reason\": \"FIELD_WRONG\"}")
                .statusCode(422)
                .body("violations.code", contains("HUB_UNKNOWN"));
        report(Tokens.hospital(BASTIA), """
                {"hub": "%s", "reason": "the child", "field": "phone", "comment": "of Mrs X"}""".formatted(LYON))
                .statusCode(422)
                .body("violations.pointer", contains("/reason", "/field", "/comment"));
        report(Tokens.token(null, "referrer", "hub-directory-api"), "{}").statusCode(403);
        DirectoryCalls.post(Tokens.coordinator(), ANOMALIES, "{}")
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
    }

    @Test
    void hasItsCodesServedInBothLanguages() {
        Search.get(Tokens.hospital(BASTIA), "/v1/reference/anomaly-reasons")
                .statusCode(200)
                .body("reasons.label.fr", everyItem(notNullValue()))
                .body("outcomes.label.en", everyItem(notNullValue()));
    }

    private static String reported(String token, String hub) {
        var answer = report(
                        token, "{\"hub\": \"%s\", \"reason\": \"FIELD_WRONG\", \"field\": \"PHONE\"}".formatted(hub))
                .statusCode(201);
        String id = answer.extract().path("id");
        assertEquals(ANOMALIES + "/" + id, answer.extract().header("Location").replaceFirst("^http://[^/]*", ""));
        return id;
    }

    private static ValidatableResponse report(String token, String body) {
        return DirectoryCalls.create(token, ANOMALIES, body);
    }

    private static String admin(String hub) {
        return Tokens.token(hub, "hub_admin", "hub-directory-api");
    }
}
