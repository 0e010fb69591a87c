package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class DirectoryResourcesTest {
    private static final LocalDate TODAY = DirectoryCalls.TODAY;

    @Test
    void isOpenToWhoeverIsSignedIn() {
        Search.get(Tokens.hospital(BASTIA), "/v1/hubs")
                .statusCode(200)
                .body("items.findAll { it.country == 'FR' }", hasSize(25));
        Search.get(Tokens.hospital(BASTIA), "/v1/hubs/" + BASTIA)
                .body("kind", equalTo("RELAY"))
                .body("accreditations", hasSize(0));
        Search.get(Tokens.hospital(BASTIA), "/v1/hubs/999999999").statusCode(404);
        given().get("/v1/hubs").then().statusCode(401);
    }

    @Test
    void asksNobodyWhoseAccreditationHasEndedAndAsksAgainOnceItIsGranted() {
        var key = UUID.randomUUID().toString();
        revoke("750803454", "NUS", TODAY).statusCode(200).body("accreditations[0].endsOn", equalTo(TODAY.toString()));

        var without = Search.in("75").forTherapy("NUS").routed("OfferMade");
        grant(Tokens.coordinator(), "750803454", "NUS", key).statusCode(201);
        var with = Search.in("75").forTherapy("NUS").routed("OfferMade");

        assertEquals("750803454", with.hub());
        without.placement(Tokens.coordinator())
                .body("matchRuns[0].excluded.findAll { it.hub.id == '750803454' }.reason", hasItem("NOT_ACCREDITED"));
    }

    @Test
    void saysWhatHasChangedOnceForEachKey() {
        var key = UUID.randomUUID().toString();
        long before = version(NECKER);

        grant(Tokens.coordinator(), NECKER, "LUX", key).statusCode(201).header("ETag", "\"" + (before + 1) + "\"");
        grant(Tokens.coordinator(), NECKER, "LUX", key).statusCode(201);
        grant(Tokens.coordinator(), NECKER, "LIB", key).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        grant(Tokens.coordinator(), NECKER, "LUX", UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", equalTo("ALREADY_ACCREDITED"));
        revoke(NECKER, "LUX", TODAY).statusCode(200);
        revoke(NECKER, "LUX", TODAY).statusCode(409).body("code", equalTo("NOT_ACCREDITED"));

        assertEquals(before + 2, version(NECKER));
    }

    @Test
    void asksTheNextHubWhenTheOneThatIsAskedLosesItsAccreditation() {
        var searches =
                List.of(Search.in("34").forTherapy("UPS"), Search.in("34").forTherapy("UPS"));
        searches.forEach(search -> search.routed("OfferMade"));
        var accepted = Search.in("34").forTherapy("UPS").routed("OfferMade");
        accepted.accept().statusCode(200);
        revoke(MONTPELLIER, "UPS", TODAY.plusDays(2)).statusCode(200);
        searches.forEach(search -> assertEquals(MONTPELLIER, search.hub()));

        revoke(MONTPELLIER, "UPS", TODAY).statusCode(200);
        try {
            searches.forEach(search -> {
                assertEquals(List.of("OfferMade.v1", "OfferWithdrawn.v1", "OfferMade.v1"), search.said());
                assertEquals(
                        "ACCREDITATION_ENDED",
                        search.events().get(1).get("cause").asText());
                assertEquals(ROTHSCHILD, search.hub());
                search.accept().statusCode(200);
            });
            assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), accepted.said());
        } finally {
            grant(Tokens.coordinator(), MONTPELLIER, "UPS", UUID.randomUUID().toString())
                    .statusCode(201);
        }
    }

    /** An end that was recorded beforehand has come: nobody revokes on that day. */
    @Test
    void refusesAYesFromAHubWhoseAccreditationHasRunOutMeanwhile() throws SQLException {
        var search = Search.in("34").forTherapy("UPS").routed("OfferMade");
        assertEquals(MONTPELLIER, search.hub());
        runOut(MONTPELLIER, "UPS");
        try {
            search.accept()
                    .statusCode(409)
                    .body("code", equalTo("HUB_NOT_ACCREDITED"))
                    .body("actions", hasItem("DECLINE"));
            Search.get(Tokens.hub(MONTPELLIER), "/v1/offers/" + search.offer() + "/actions")
                    .body("actions.action", equalTo(List.of("DECLINE", "CLAIM", "HAND_OVER")));
            search.decline("CAPABILITY_LOST").statusCode(200);
            assertEquals(ROTHSCHILD, search.hub());
        } finally {
            grant(Tokens.coordinator(), MONTPELLIER, "UPS", UUID.randomUUID().toString())
                    .statusCode(201);
        }
    }

    @Test
    void letsOnlyTheCoordinatorChangeIt() {
        grant(Tokens.hub(NECKER), NECKER, "LIB", UUID.randomUUID().toString()).statusCode(403);
        grant(Tokens.auditor(), NECKER, "LIB", UUID.randomUUID().toString()).statusCode(403);
        grant(Tokens.coordinator(), NECKER, "LIB", null)
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        grant(Tokens.coordinator(), BASTIA, "LIB", UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", equalTo("RELAY_NEVER_ACCREDITED"));
    }

    @Test
    void saysEverythingThatIsWrongWithAGrant() {
        post(
                        Tokens.coordinator(),
                        "/v1/hubs/" + NECKER + "/accreditations",
                        UUID.randomUUID().toString(),
                        """
                {"therapy": "no", "from": "2026-02-30", "fromAgeYears": -1, "toWeightKg": "heavy", "source": "", "rank": 1}""")
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder("/therapy", "/from", "/fromAgeYears", "/toWeightKg", "/source", "/rank"));
    }

    @Test
    void refusesABandThatCoversNobody() {
        post(
                        Tokens.coordinator(),
                        "/v1/hubs/" + NECKER + "/accreditations",
                        UUID.randomUUID().toString(),
                        """
                {"therapy": "LIB", "from": "2026-01-01", "fromAgeYears": 18, "underAgeYears": 18, "fromWeightKg": 20, "toWeightKg": 13.5}""")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/underAgeYears", "/toWeightKg"))
                .body("violations.code", everyItem(equalTo("VALUE_OUT_OF_BOUNDS")));
    }

    @Test
    void servesTheReasonsForADecline() {
        Search.get(Tokens.hub(NECKER), "/v1/reference/decline-reasons")
                .statusCode(200)
                .body("items", hasSize(7))
                .body("items[0].label.fr", notNullValue())
                .body("items.find { it.code == 'DATA_INSUFFICIENT' }.follows", equalTo("HOSPITAL"));
    }

    private static void runOut(String hub, String therapy) throws SQLException {
        try (var connection = LocalServers.asService();
                var statement = connection.prepareStatement(
                        "update accreditation set ends_on = ? where hub_id = ? and therapy = ? and ends_on is null")) {
            statement.setObject(1, TODAY);
            statement.setString(2, hub);
            statement.setString(3, therapy);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static long version(String hub) {
        int version =
                Search.get(Tokens.coordinator(), "/v1/hubs/" + hub).extract().path("version");
        return version;
    }

    private static ValidatableResponse grant(String token, String hub, String therapy, String key) {
        return post(token, "/v1/hubs/" + hub + "/accreditations", key, """
                {"therapy": "%s", "from": "%s", "illustrative": true, "source": "test"}""".formatted(therapy, TODAY));
    }

    private static ValidatableResponse revoke(String hub, String therapy, LocalDate endsOn) {
        return post(
                Tokens.coordinator(),
                "/v1/hubs/" + hub + "/accreditations/" + therapy + "/revocation",
                null,
                """
                {"endsOn": "%s", "reason": "WITHDRAWN_BY_AUTHORITY"}""".formatted(endsOn));
    }

    private static ValidatableResponse post(String token, String path, String key, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post(path).then();
    }
}
