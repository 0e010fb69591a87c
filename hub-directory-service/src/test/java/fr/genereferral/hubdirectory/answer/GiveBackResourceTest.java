package fr.genereferral.hubdirectory.answer;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.Patience.await;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.freed;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.held;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.week;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A hub gives back a child whom it has accepted. */
@ServiceTest
class GiveBackResourceTest {

    @Test
    void asksTheNextHubAndKeepsTheChildFromTheOneThatGaveItBack() {
        var search = accepted("35");
        var first = search.offer();

        search.giveBack("PRODUCT_UNAVAILABLE")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("giveBackReason", equalTo("PRODUCT_UNAVAILABLE"))
                .body("patient", nullValue())
                .body("dossier", nullValue());

        search.until("OfferMade.v1", "OfferAccepted.v1", "OfferWithdrawn.v1", "OfferMade.v1");
        var withdrawn = search.events().get(2);
        assertEquals("GIVEN_BACK", withdrawn.get("cause").asText());
        assertEquals("PRODUCT_UNAVAILABLE", withdrawn.get("reason").asText());
        assertEquals(NECKER, search.hub());
        search.placement(Tokens.coordinator())
                .body("offers[0].giveBackReason", equalTo("PRODUCT_UNAVAILABLE"))
                .body("offers[1].state", equalTo("OPEN"));
        Search.post(Tokens.hub(NANTES), first, "give-back", "{\"reason\": \"OTHER\"}")
                .statusCode(409)
                .body("code", equalTo("OFFER_NOT_ACCEPTED"))
                .body("holder.hub.id", equalTo(NECKER))
                .body("actions", empty());
        Search.post(Tokens.hub(NANTES), first, "acceptance", "{}").statusCode(409);
    }

    @Test
    void freesThePlaceOnce() throws SQLException {
        var therapy = givenBy(NANTES, LYON);
        declare(NANTES, therapy, 1).statusCode(201);
        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");
        search.accept().statusCode(200);
        assertEquals(List.of(week(NANTES, 0)), held(therapy));

        search.giveBack("NO_CAPACITY").statusCode(200);
        search.close();

        await().untilAsserted(() -> search.placement(Tokens.coordinator()).body("state", equalTo("CLOSED")));
        assertEquals(List.of(), held(therapy));
        assertEquals(List.of(week(NANTES, 0)), freed(therapy));
    }

    @Test
    void isListedWhileTheHubIsResponsibleAndRefusedOtherwise() {
        var search = Search.in("35").routed("OfferMade");
        search.giveBack("OTHER").statusCode(409).body("actions", contains("ACCEPT", "DECLINE"));
        search.accept().statusCode(200);
        var path = "/v1/offers/" + search.offer() + "/actions";
        Search.get(Tokens.hub(NANTES), path)
                .body("actions.action", contains("GIVE_BACK", "CLAIM", "HAND_OVER"))
                .body("actions[0].needs.reason", hasItem("PRODUCT_UNAVAILABLE"));

        search.close();

        await().untilAsserted(() -> Search.get(Tokens.hub(NANTES), path).body("actions", empty()));
        search.giveBack("OTHER").statusCode(409).body("holder.placement", equalTo("CLOSED"));
    }

    @Test
    void looksTheSameToAStrangerAsAnOfferThatNeverWas() {
        var search = accepted("35");
        var body = "{\"reason\": \"OTHER\"}";

        var theirs = Search.post(Tokens.hub(LYON), search.offer(), "give-back", body)
                .statusCode(404)
                .extract()
                .asString();
        var nobodys = Search.post(Tokens.hub(LYON), UUID.randomUUID().toString(), "give-back", body)
                .statusCode(404)
                .extract()
                .asString();

        assertEquals(nobodys, theirs);
        Search.post(Tokens.hospital(NANTES), search.offer(), "give-back", body).statusCode(403);
        Search.post(Tokens.coordinator(), search.offer(), "give-back", body).statusCode(403);
    }

    @Test
    void saysWhatIsWrongWithAReason() {
        var search = accepted("35");

        Search.post(
                        Tokens.hub(NANTES),
                        search.offer(),
                        "give-back",
                        "{\"reason\": \"CLINICALLY_UNSUITABLE\", \"words\": \"-\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/reason", "/words"));
        Search.post(Tokens.hub(NANTES), search.offer(), "give-back", "{").statusCode(400);
    }

    @Test
    void asksNobodyElseAfterTheHospitalHasAskedToStop() {
        var search = accepted("35");
        search.moved("ACCEPTED", "CANCEL_REQUESTED");
        untilStopWanted(search, true);

        search.giveBack("NO_CAPACITY").statusCode(200);

        search.until("OfferMade.v1", "OfferAccepted.v1", "OfferWithdrawn.v1");
        assertEquals("WITHDRAWN_BY_HOSPITAL", search.lastEvent().get("cause").asText());
        search.placement(Tokens.coordinator()).body("state", equalTo("STOPPED"));
    }

    @Test
    void asksTheNextHubAfterTheHubHasRefusedToStop() {
        var search = accepted("35");
        search.moved("ACCEPTED", "CANCEL_REQUESTED");
        untilStopWanted(search, true);
        search.moved("CANCEL_REQUESTED", "ACCEPTED");
        untilStopWanted(search, false);

        search.giveBack("NO_CAPACITY").statusCode(200);

        search.until("OfferAccepted.v1", "OfferWithdrawn.v1", "OfferMade.v1");
    }

    /** The next hub is asked before it is heard that the hospital wants to stop: that search is stopped as any other. */
    @Test
    void stopsTheSearchThatHasBegunAgainWhenItIsHeardThatTheHospitalWantsToStop() {
        var search = accepted("35");
        search.giveBack("NO_CAPACITY").statusCode(200);
        search.moved("ACCEPTED", "CANCEL_REQUESTED");
        search.moved("CANCEL_REQUESTED", "ROUTING");

        search.cancel();

        search.until("OfferWithdrawn.v1", "OfferMade.v1", "OfferWithdrawn.v1");
        assertEquals("WITHDRAWN_BY_HOSPITAL", search.lastEvent().get("cause").asText());
        search.placement(Tokens.coordinator()).body("state", equalTo("STOPPED"));
    }

    @RepeatedTest(3)
    void isDoneOnceWhenTwoPersonsDoItAtOnce() throws Exception {
        var search = accepted("35");
        var offer = search.offer();
        var hub = Tokens.hub(search.hub());
        var body = "{\"reason\": \"OTHER\"}";

        var statuses = AtOnce.sorted(
                () -> Search.post(hub, offer, "give-back", body).extract().statusCode(),
                () -> Search.post(hub, offer, "give-back", body).extract().statusCode());

        assertEquals(List.of(200, 409), statuses);
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1", "OfferWithdrawn.v1", "OfferMade.v1"), search.said());
    }

    @RepeatedTest(3)
    void leavesNoHubAskedWhenTheReferralEndsAtTheSameInstant() throws Exception {
        var search = accepted("35");

        AtOnce.sorted(() -> search.giveBack("OTHER").extract().statusCode(), () -> {
            search.close();
            return 0;
        });

        await().untilAsserted(() -> search.placement(Tokens.coordinator())
                .body("state", equalTo("CLOSED"))
                .body("offers.findAll { it.state == 'OPEN' }", empty()));
    }

    private static Search accepted(String departement) {
        var search = Search.in(departement).routed("OfferMade");
        search.accept().statusCode(200);
        return search;
    }

    private static void untilStopWanted(Search search, boolean wanted) {
        await().untilAsserted(() -> {
            try (var connection = LocalServers.asServiceFor("platform");
                    var statement = connection.prepareStatement(
                            "select stop_wanted from placement where referral_id = ?::uuid")) {
                statement.setString(1, search.referral());
                var rows = statement.executeQuery();
                rows.next();
                assertEquals(wanted, rows.getBoolean(1));
            }
        });
    }
}
