package fr.genereferral.hubdirectory.answer;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.expiry.Clockwork;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a hub says with its yes, whichever way the yes comes. */
@ServiceTest
class AcceptanceTermsResourceTest {
    private static final LocalDate SOON = Paris.dayOf(Instant.now()).plusDays(10);

    @Test
    void areKeptShownAndSaidWithTheYes() {
        var search = Search.in("35").routed("OfferMade");

        accepted(search, "{" + terms() + "}").statusCode(200).body("state", equalTo("ACCEPTED"));

        for (var shown : List.of(search.read(Tokens.hub(NANTES)).rootPath(""), placed(search))) {
            shown.body("terms.firstAppointment.from", equalTo(SOON.toString()))
                    .body("terms.firstAppointment.to", equalTo(SOON.plusDays(4).toString()))
                    .body("terms.firstAppointment.on", nullValue())
                    .body("terms.contact.function", equalTo("NURSE_COORDINATOR"))
                    .body("terms.contact.telephone", equalTo("+33 4 00 00 00 00"))
                    .body("terms.conditions", contains("ANTIBODY_TITRE_REPEATED", "NO_INTERCURRENT_INFECTION"))
                    .body("terms.bring", contains("HEALTH_RECORD"));
        }
        var said = search.lastEvent().get("terms");
        assertEquals(SOON.toString(), said.at("/firstAppointment/from").asText());
        assertEquals("NURSE_COORDINATOR", said.at("/contact/function").asText());
        assertEquals("HEALTH_RECORD", said.at("/bring/0").asText());
        search.giveBack("OTHER").statusCode(200);
    }

    @Test
    void areNotShownOnceTheYesHoldsNoLonger() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        var offer = search.offer();
        accepted(search, "{" + terms() + "}").statusCode(200);

        search.giveBack("OTHER").statusCode(200).body("terms", nullValue());

        Search.get(Tokens.hub(NANTES), "/v1/offers/" + offer).body("terms", nullValue());
        assertTrue(stored(offer).contains("HEALTH_RECORD"), "it was said all the same");
    }

    @Test
    void areNoneWhereTheYesIsAYesAndNoMore() {
        var search = Search.in("35").routed("OfferMade");

        accepted(search, "{\"conditions\": []}").statusCode(200).body("terms", nullValue());

        assertFalse(search.lastEvent().hasNonNull("terms"));
        placed(search).body("terms", nullValue());
        search.giveBack("OTHER").statusCode(200);
    }

    @Test
    void goWithAYesThatIsWrittenDown() {
        var search = Search.in("35").routed("OfferMade");

        Search.post(Tokens.coordinator(), search.offer(), "telephone-acceptance", heard(terms()))
                .statusCode(200)
                .body("heard.saidBy.function", equalTo("PHYSICIAN"))
                .body("terms.bring", contains("HEALTH_RECORD"));

        assertEquals("HEALTH_RECORD", search.lastEvent().at("/terms/bring/0").asText());
        search.giveBack("OTHER").statusCode(200);
    }

    @Test
    void goWithAYesThatComesLate() {
        var search = Search.in("35").routed("OfferMade");
        var first = search.offer();
        for (var hub = 0; hub < 3; hub++) {
            search.overdue();
            Clockwork.expire();
        }
        search.until("NoHubFound.v1");

        var late = Search.post(Tokens.hub(NANTES), first, "acceptance", "{" + terms() + "}")
                .statusCode(200)
                .body("terms.conditions", hasItem("ANTIBODY_TITRE_REPEATED"));

        String again = late.extract().path("id");
        assertEquals(search.offer(), again);
        assertEquals("HEALTH_RECORD", search.lastEvent().at("/terms/bring/0").asText());
        Search.get(Tokens.hub(NANTES), "/v1/offers/" + first).body("terms", nullValue());
        search.giveBack("OTHER").statusCode(200);
    }

    @Test
    void areNotChangedByAnotherYes() {
        var search = Search.in("35").routed("OfferMade");
        accepted(search, "{" + terms() + "}").statusCode(200);

        for (var body : List.of("{" + terms() + "}", "{\"bring\": [\"IMAGING\"]}", "{}")) {
            accepted(search, body)
                    .statusCode(409)
                    .body("code", equalTo("OFFER_NO_LONGER_OPEN"))
                    .body("actions", contains("GIVE_BACK"));
        }

        search.read(Tokens.hub(NANTES)).body("terms.bring", contains("HEALTH_RECORD"));
        assertEquals(
                1, search.said().stream().filter("OfferAccepted.v1"::equals).count());
        search.giveBack("OTHER").statusCode(200);
    }

    @RepeatedTest(2)
    void areThoseOfTheYesThatWasFirst() throws Exception {
        var search = Search.in("35").routed("OfferMade");
        var one = "{\"bring\": [\"IMAGING\"]}";
        var other = heard("\"bring\": [\"HEALTH_RECORD\"]");

        var statuses = AtOnce.sorted(() -> accepted(search, one).extract().statusCode(), () -> Search.post(
                        Tokens.coordinator(), search.offer(), "telephone-acceptance", other)
                .extract()
                .statusCode());

        assertEquals(List.of(200, 409), statuses);
        var first = search.lastEvent();
        var bring = first.hasNonNull("heardBy") ? "HEALTH_RECORD" : "IMAGING";
        assertEquals(bring, first.at("/terms/bring/0").asText());
        placed(search).body("terms.bring", contains(bring));
        search.giveBack("OTHER").statusCode(200);
    }

    @Test
    void areRefusedByPlaceAndLeaveTheOfferOpen() {
        var search = Search.in("35").routed("OfferMade");
        var yesterday = Paris.dayOf(Instant.now()).minusDays(1);
        var wrong = "\"firstAppointment\": {\"on\": \"" + yesterday + "\"}, \"contact\": {\"function\": \"PORTER\","
                + " \"telephone\": \"x\"}, \"conditions\": [\"NOT_ONE\"], \"bring\": [\"IMAGING\", \"IMAGING\"],"
                + " \"remark\": \"x\"";
        var places = contains(
                "/firstAppointment/on",
                "/contact/function",
                "/contact/telephone",
                "/conditions/0",
                "/bring",
                "/remark");

        accepted(search, "{" + wrong + "}")
                .statusCode(422)
                .body("violations.pointer", places)
                .body("violations[3].code", equalTo("VALUE_NOT_ALLOWED"))
                .body("violations[3].detail", notNullValue());
        Search.post(Tokens.coordinator(), search.offer(), "telephone-acceptance", heard(wrong))
                .statusCode(422)
                .body("violations.pointer", places);
        accepted(search, "[]").statusCode(422);

        assertEquals(List.of("OfferMade.v1"), search.said());
        search.decline("OTHER").statusCode(200);
    }

    @Test
    void haveCodesThatAreServedWithWordsDaysAndSources() {
        Search.get(Tokens.hub(NANTES), "/v1/reference/acceptance-terms")
                .statusCode(200)
                .body("conditions.code", hasItem("WEIGHT_ON_ARRIVAL"))
                .body("conditions[0].label.fr", startsWith("Dosage des anticorps"))
                .body("bring[0].label.en", startsWith("Health record"))
                .body("bring[0].from", equalTo("2026-01-01"))
                .body("bring[0].until", nullValue())
                .body("bring[0].source", notNullValue());
    }

    private static ValidatableResponse placed(Search search) {
        return search.placement(Tokens.coordinator()).rootPath("offers[-1]");
    }

    private static ValidatableResponse accepted(Search search, String body) {
        return Search.post(Tokens.hub(NANTES), search.offer(), "acceptance", body);
    }

    private static String heard(String terms) {
        return "{\"saidBy\": {\"function\": \"PHYSICIAN\"}, \"saidAt\": \"" + Instant.now() + "\", " + terms + "}";
    }

    private static String terms() {
        return """
                "firstAppointment": {"from": "%s", "to": "%s"},
                "contact": {"function": "NURSE_COORDINATOR", "telephone": "+33 4 00 00 00 00"},
                "conditions": ["ANTIBODY_TITRE_REPEATED", "NO_INTERCURRENT_INFECTION"],
                "bring": ["HEALTH_RECORD"]""".formatted(SOON, SOON.plusDays(4));
    }

    private static String stored(String offer) throws SQLException {
        try (var session = LocalServers.asServiceFor("platform");
                var statement = session.prepareStatement("select terms from offer where cast(id as text) = ?")) {
            statement.setString(1, offer);
            var rows = statement.executeQuery();
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
