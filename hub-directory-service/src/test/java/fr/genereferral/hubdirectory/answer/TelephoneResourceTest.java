package fr.genereferral.hubdirectory.answer;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The coordinator writes down what a hub has said on the telephone. */
@ServiceTest
class TelephoneResourceTest {

    @Test
    void recordsAYesWithBothWhoSaidItAndWhoWroteItDown() {
        var search = Search.in("35").routed("OfferMade");

        accepted(search, said("PHYSICIAN", "99700218896"))
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("hub.id", equalTo(NANTES))
                .body("heard.channel", equalTo("TELEPHONE"))
                .body("heard.saidBy.function", equalTo("PHYSICIAN"))
                .body("heard.saidBy.rpps", equalTo("99700218896"))
                .body("heard.recordedBy", equalTo("subject-coordinator"))
                .body("heard.recordedFor", equalTo("national"));

        search.until("OfferMade.v1", "OfferAccepted.v1");
        var heardBy = search.lastEvent().get("heardBy");
        assertEquals(
                "national coordinator",
                heardBy.get("organisation").asText() + " " + heardBy.get("role").asText());
        assertTrue(search.events().stream().noneMatch(event -> event.toString().contains("99700218896")));
        search.read(Tokens.hub(NANTES)).body("heard.saidBy.function", equalTo("PHYSICIAN"));
        search.placement(Tokens.auditor()).body("offers[0].heard.recordedFor", equalTo("national"));
        search.giveBack("OTHER").statusCode(200);
    }

    @Test
    void recordsANoAndAsksTheNextHub() {
        var search = Search.in("35").routed("OfferMade");
        var first = search.offer();

        Search.post(Tokens.coordinator(), first, "telephone-declinal", no("NO_CAPACITY"))
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("declineReason", equalTo("NO_CAPACITY"))
                .body("patient", nullValue());

        search.until("OfferMade.v1", "OfferDeclined.v1", "OfferMade.v1");
        assertEquals(NECKER, search.hub());
        Search.post(Tokens.coordinator(), first, "telephone-acceptance", said("OTHER", null))
                .statusCode(409)
                .body("code", equalTo("OFFER_NO_LONGER_OPEN"))
                .body("holder.hub.id", equalTo(NECKER))
                .body("actions", empty());
    }

    @Test
    void isRefusedAsTheHubsOwnYesWouldBe() {
        var therapy = givenBy(NANTES);
        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");
        declare(NANTES, therapy, 0).statusCode(201);

        accepted(search, said("PHYSICIAN", null))
                .statusCode(409)
                .body("code", equalTo("NO_SLOT_LEFT"))
                .body("actions", contains("RECORD_DECLINAL"));

        Search.get(Tokens.coordinator(), "/v1/offers/" + search.offer() + "/actions")
                .body("actions.action", contains("RECORD_DECLINAL"))
                .body("actions[0].needs.function", hasItem("NURSE_COORDINATOR"))
                .body("actions[0].needs.reason", hasItem("NO_CAPACITY"));
    }

    @RepeatedTest(2)
    void letsTheHubOrTheCoordinatorWin() throws Exception {
        var search = Search.in("35").routed("OfferMade");
        var body = said("PHYSICIAN", null);

        var statuses = AtOnce.sorted(
                () -> search.accept().extract().statusCode(),
                () -> accepted(search, body).extract().statusCode());

        assertEquals(List.of(200, 409), statuses);
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), search.said());
    }

    @Test
    void isTheCoordinatorsAloneAndSaysNothingOfAnOfferThatNeverWas() {
        var search = Search.in("35").routed("OfferMade");
        var body = said("PHYSICIAN", null);

        for (var token : List.of(Tokens.hub(NANTES), Tokens.hub(LYON), Tokens.auditor(), Tokens.hospital(NANTES))) {
            Search.post(token, search.offer(), "telephone-acceptance", body).statusCode(403);
            Search.post(token, search.offer(), "telephone-declinal", no("OTHER"))
                    .statusCode(403);
        }
        var never = UUID.randomUUID().toString();
        Search.post(Tokens.coordinator(), never, "telephone-acceptance", body).statusCode(404);
        Search.post(Tokens.coordinator(), never, "telephone-declinal", no("OTHER"))
                .statusCode(404);
        Search.get(Tokens.coordinator(), "/v1/offers/" + never + "/actions").statusCode(404);
        assertEquals(List.of("OfferMade.v1"), search.said(), "looking it up for somebody else is no look of the hub");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var search = Search.in("35").routed("OfferMade");

        accepted(search, "{\"saidBy\": {\"function\": \"PORTER\", \"rpps\": \"10101201234\"}, \"saidAt\": \"soon\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/saidBy/function", "/saidBy/rpps", "/saidAt"))
                .body("violations.code", contains("VALUE_NOT_ALLOWED", "WRONG_CHECK_DIGIT", "WRONG_FORMAT"));
        accepted(search, "{}").statusCode(422).body("violations.pointer", hasItem("/saidAt"));
        accepted(search, said("OTHER", null, "2026-02-30T10:00:00Z")).statusCode(422);
        accepted(search, said("OTHER", null, "2026-01-01T10:00:00+01:00"))
                .statusCode(422)
                .body("violations.code", contains("VALUE_OUT_OF_BOUNDS"));
        accepted(search, said("OTHER", null, "2126-01-01T10:00Z")).statusCode(422);
        Search.post(Tokens.coordinator(), search.offer(), "telephone-declinal", said("OTHER", null))
                .statusCode(422)
                .body("violations.pointer", contains("/reason"));
        assertEquals(List.of("OfferMade.v1"), search.said());
    }

    private static ValidatableResponse accepted(Search search, String body) {
        return Search.post(Tokens.coordinator(), search.offer(), "telephone-acceptance", body);
    }

    private static String said(String function, String rpps) {
        return said(function, rpps, Instant.now().toString());
    }

    private static String said(String function, String rpps, String at) {
        var number = rpps == null ? "" : ", \"rpps\": \"" + rpps + "\"";
        return "{\"saidBy\": {\"function\": \"%s\"%s}, \"saidAt\": \"%s\"}".formatted(function, number, at);
    }

    private static String no(String reason) {
        return said("SECRETARIAT", null).replaceFirst("\\{", "{\"reason\": \"" + reason + "\", ");
    }
}
