package fr.genereferral.hubdirectory.capacity;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.create;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.pause;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.read;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.week;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class CapacityResourceTest {

    @Test
    void saysThatNothingIsKnownOfATherapyThatNothingWasToldOf() {
        var therapy = givenBy(LYON);

        read(LYON)
                .statusCode(200)
                .body(line(therapy, "known"), equalTo(false))
                .body(line(therapy, "expectedWaitDays"), nullValue())
                .body(line(therapy, "weeks"), hasSize(12))
                .body(line(therapy, "weeks[0].slots"), nullValue());
    }

    @Test
    void showsWhatWasToldLast() {
        var therapy = givenBy(LYON);
        declare(LYON, therapy, 3).statusCode(201);

        declare(LYON, therapy, 2)
                .statusCode(201)
                .header("Location", endsWith("/v1/hubs/" + LYON + "/capacity"))
                .body(line(therapy, "known"), equalTo(true))
                .body(line(therapy, "declared.slotsPerWeek"), contains(2))
                .body(line(therapy, "declared[0].source"), equalTo("déclaré par le centre"))
                .body(line(therapy, "expectedWaitDays"), equalTo(0))
                .body(
                        line(therapy, "weeks[0].week"),
                        equalTo(week(LYON, 0).monday().toString()))
                .body(line(therapy, "weeks[11].free"), equalTo(2));
    }

    @Test
    void takesAWordForALaterDayForNoneOnThePresent() {
        var therapy = givenBy(LYON);
        tell(Tokens.coordinator(), therapy, ", \"from\": \"" + week(LYON, 14).monday() + "\"")
                .statusCode(201);

        read(LYON)
                .body(line(therapy, "known"), equalTo(false))
                .body(line(therapy, "shut"), equalTo(false))
                .body(line(therapy, "expectedWaitDays"), nullValue())
                .body(line(therapy, "declared.slotsPerWeek"), contains(1))
                .body(line(therapy, "weeks[0].free"), nullValue());
    }

    @Test
    void takesNoWordForAYearThatIsASlip() {
        var therapy = givenBy(LYON);

        for (var from : List.of(
                week(LYON, 0).monday().plusYears(3), week(LYON, 0).monday().minusYears(2))) {
            tell(Tokens.coordinator(), therapy, ", \"from\": \"" + from + "\"")
                    .statusCode(422)
                    .body("violations.pointer", contains("/from"));
        }
    }

    @Test
    void letsTheCoordinatorAloneWriteWhoSaysSo() {
        var therapy = givenBy(LYON);

        tell(Tokens.of(LYON, "hub_admin"), therapy, ", \"source\": \"complet, L. D.\"")
                .statusCode(422)
                .body("violations.pointer", contains("/source"))
                .body("violations.code", contains("FIELD_NOT_YOURS"));
        tell(Tokens.coordinator(), therapy, ", \"source\": \"courrier du 20 novembre\"")
                .statusCode(201)
                .body(line(therapy, "declared.source"), contains("courrier du 20 novembre"));
    }

    @Test
    void showsWhoIsTakenInToTheHubAndThoseWhoWatchAlone() {
        var therapy = givenBy(LYON);
        declare(LYON, therapy, 2).statusCode(201);
        var path = "/v1/hubs/" + LYON + "/capacity";

        for (var token : List.of(Tokens.auditor(), Tokens.coordinator(), Tokens.hub(LYON))) {
            Search.get(token, path)
                    .body(line(therapy, "weeks[0].taken"), equalTo(0))
                    .body(line(therapy, "weeks[0].free"), equalTo(2))
                    .body(line(therapy, "declared.source"), contains("déclaré par le centre"));
        }
        for (var token : List.of(Tokens.hub(NANTES), Tokens.hospital(LYON))) {
            Search.get(token, path)
                    .body(line(therapy, "weeks[0].slots"), equalTo(2))
                    .body(line(therapy, "weeks[0].paused"), equalTo(false))
                    .body(line(therapy, "weeks[0].taken"), nullValue())
                    .body(line(therapy, "weeks[0].free"), nullValue())
                    .body(line(therapy, "declared[0].source"), nullValue())
                    .body(line(therapy, "expectedWaitDays"), equalTo(0));
        }
    }

    @Test
    void takesTheEndOfAnotherPauseForAnotherRequest() {
        var first = paused();
        var second = paused();
        var body = "{\"until\": \"" + week(LYON, 2).monday() + "\"}";

        end(first, body, "end-" + first).statusCode(201);
        end(first, body, "end-" + first).statusCode(201);

        end(second, body, "end-" + first).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    /** A pause that no end is known of. */
    private static String paused() {
        var therapy = givenBy(LYON);
        return pause(LYON, therapy, null).extract().path("pauses.find { it.therapy == '" + therapy + "' }.id");
    }

    private static ValidatableResponse end(String pause, String body, String key) {
        return create(Tokens.coordinator(), "/v1/capacity-pauses/" + pause + "/end", body, key);
    }

    @Test
    void repeatsARequestWithTheSameKeyWithoutTellingItTwice() {
        var therapy = givenBy(LYON);
        var body = "{\"therapy\": \"" + therapy + "\", \"slotsPerWeek\": 4}";
        var path = "/v1/hubs/" + LYON + "/capacity";
        var key = "once-" + therapy;
        create(Tokens.coordinator(), path, body, key).statusCode(201);
        var version = version(LYON);

        create(Tokens.coordinator(), path, body, key).statusCode(201);

        assertEquals(version, version(LYON));
        create(Tokens.coordinator(), path, body.replace("4", "5"), key).statusCode(422);
    }

    @Test
    void keepsEveryWordInTheHistory() {
        var therapy = givenBy(LYON);
        declare(LYON, therapy, 1).statusCode(201);
        pause(LYON, therapy, week(LYON, 2).monday()).statusCode(201);

        Search.get(Tokens.coordinator(), "/v1/hubs/" + LYON + "/history")
                .body("items.findAll { it.therapy == '" + therapy + "' }.change", hasItems("REGISTERED", "ACCREDITED"))
                .body(
                        "items.findAll { it.therapy == '" + therapy + "' }.fields.flatten().field",
                        hasItems("slotsPerWeek", "pauseReason", "pauseUntil"));
    }

    @Test
    void restsUntilSomebodySaysWhenItEnds() {
        var therapy = givenBy(LYON);
        declare(LYON, therapy, 1).statusCode(201);
        String id = pause(LYON, therapy, null)
                .statusCode(201)
                .body(line(therapy, "shut"), equalTo(true))
                .extract()
                .path("pauses.find { it.therapy == '" + therapy + "' }.id");
        var until = week(LYON, 2).monday();

        create(Tokens.of(LYON, "hub_admin"), "/v1/capacity-pauses/" + id + "/end", "{\"until\": \"" + until + "\"}")
                .statusCode(201)
                .body(line(therapy, "shut"), equalTo(false))
                .body(line(therapy, "weeks[1].paused"), equalTo(true))
                .body(line(therapy, "weeks[2].free"), equalTo(1))
                .body("pauses.find { it.id == '" + id + "' }.until", equalTo(until.toString()));
    }

    @Test
    void refusesAnEndBeforeTheBeginningAndAnotherHubsPause() {
        var therapy = givenBy(LYON);
        String id = pause(LYON, therapy, null).extract().path("pauses.find { it.therapy == '" + therapy + "' }.id");
        var path = "/v1/capacity-pauses/" + id + "/end";

        create(Tokens.coordinator(), path, "{\"until\": \"2026-01-01\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/until"));
        create(Tokens.of(NANTES, "hub_admin"), path, "{\"until\": \"2030-01-01\"}")
                .statusCode(404);
    }

    @Test
    void letsNobodyTellWhatAnotherHubCanDo() {
        create(Tokens.of(NANTES, "hub_admin"), "/v1/hubs/" + LYON + "/capacity", "{}")
                .statusCode(403);
        create(Tokens.of(NANTES, "hub_admin"), "/v1/hubs/" + LYON + "/pauses", "{}")
                .statusCode(403);
        create(Tokens.hub(LYON), "/v1/hubs/" + LYON + "/capacity", "{}").statusCode(403);
    }

    @Test
    void saysEverythingThatIsWrong() {
        create(Tokens.coordinator(), "/v1/hubs/" + LYON + "/capacity", """
                {"therapy": "ona", "slotsPerWeek": 100, "from": "soon", "why": ""}""")
                .statusCode(422)
                .body("violations.pointer", contains("/therapy", "/slotsPerWeek", "/from", "/why"));
        create(Tokens.coordinator(), "/v1/hubs/" + LYON + "/pauses", """
                {"from": "2026-12-01", "until": "2026-12-01", "reason": "TIRED"}""")
                .statusCode(422)
                .body("violations.pointer", contains("/until", "/reason"));
        create(Tokens.coordinator(), "/v1/hubs/" + BASTIA + "/capacity", """
                {"therapy": "ONA-IV", "slotsPerWeek": 1}""")
                .statusCode(409)
                .body("code", equalTo("RELAY_NEVER_ACCREDITED"));
        create(Tokens.coordinator(), "/v1/hubs/990000000/capacity", """
                {"therapy": "ONA-IV", "slotsPerWeek": 1}""").statusCode(404);
    }

    private static ValidatableResponse tell(String token, String therapy, String more) {
        return create(token, "/v1/hubs/" + LYON + "/capacity", """
                {"therapy": "%s", "slotsPerWeek": 1%s}""".formatted(therapy, more));
    }

    private static String line(String therapy, String field) {
        return "items.find { it.therapy == '" + therapy + "' }." + field;
    }

    private static int version(String hub) {
        return Search.get(Tokens.auditor(), "/v1/hubs/" + hub).extract().path("version");
    }
}
