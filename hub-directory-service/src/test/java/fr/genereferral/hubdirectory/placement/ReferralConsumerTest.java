package fr.genereferral.hubdirectory.placement;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MARSEILLE;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.Patience.await;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.texts;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReferralConsumerTest {

    @Test
    void offersAChildOfBastiaToMarseilleByAir() {
        var search = Search.in("2B").routed("OfferMade");

        var made = search.lastEvent();
        assertEquals(MARSEILLE, made.at("/hub/id").asText());
        assertEquals(1, made.get("sequence").asLong());
        assertEquals("2B", made.at("/travel/origin/code").asText());
        assertTrue(made.at("/travel/legs").findValuesAsText("mode").contains("AIR"));
        assertTrue(made.get("illustrative").asBoolean());
    }

    @Test
    void saysAtOnceWhenNobodyIsAbleAndWhy() throws SQLException {
        var search = Search.in("75").forTherapy("LUX").routed("NoHubFound");

        var excluded = search.lastEvent().get("excluded").findValuesAsText("id");
        assertEquals(Set.copyOf(texts("select id from hub")), Set.copyOf(excluded));
        search.placement(Tokens.coordinator()).body("state", equalTo("ESCALATED"));
    }

    @Test
    void weighsWhatTheFamilyPrefersAndLeavesOutWhatItDeclines() {
        var search = Search.in("35");
        var request = search.request(1).put("hubPreferred", NECKER);
        request.putArray("hubsDeclinedByFamily").add(NANTES);

        search.publish("RoutingRequested.v1", 2, request);

        search.until("OfferMade.v1");
        assertEquals(NECKER, search.hub());
        search.placement(Tokens.coordinator())
                .body("matchRuns[0].ranked[0].terms.preferredMinutes", equalTo(-60))
                .body("matchRuns[0].ranked[0].needs.accompaniment", equalTo(true))
                .body(
                        "matchRuns[0].excluded.find { it.hub.id == '" + NANTES + "' }.reason",
                        equalTo("REFUSED_BY_FAMILY"));
    }

    @Test
    void takesTheSameEventTwiceAndOffersOnce() {
        var search = Search.in("35").routed("OfferMade");

        search.publish("RoutingRequested.v1", 2, search.request(1));
        search.cancel();

        search.until("OfferMade.v1", "OfferWithdrawn.v1");
        assertEquals(2, search.events().size());
    }

    @Test
    void parksWhatComesTooEarlyUntilItsTurn() {
        var search = Search.in("35");
        search.publish("RoutingCancelled.v1", 3, cancellation(search));
        search.publish("RoutingRequested.v1", 2, search.request(1));

        search.until("OfferMade.v1", "OfferWithdrawn.v1");
        search.placement(Tokens.coordinator()).body("state", equalTo("STOPPED"));
    }

    @Test
    void saysNothingWhenARoutingIsCancelledAfterAYes() {
        var search = Search.in("35").routed("OfferMade");
        search.accept().statusCode(200);

        search.cancel();
        search.close();

        await().untilAsserted(() -> search.placement(Tokens.coordinator()).body("state", equalTo("CLOSED")));
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), search.said());
    }

    @Test
    void takesTheOfferBackWhenTheReferralEnds() {
        var search = Search.in("35").routed("OfferMade");

        search.close();

        search.until("OfferMade.v1", "OfferWithdrawn.v1");
        search.accept().statusCode(409).body("holder.placement", equalTo("CLOSED"));
    }

    @Test
    void makesANewMatchRunForANewRouting() {
        var search = Search.in("35").routed("OfferMade");
        search.decline("DATA_INSUFFICIENT").statusCode(200);

        search.route(2);

        search.until("OfferMade.v1", "OfferDeclined.v1", "OfferMade.v1");
        search.placement(Tokens.coordinator())
                .body("matchRuns", hasSize(2))
                .body("offers.routing", equalTo(List.of(1, 2)))
                .body(
                        "offers[1].hub.id",
                        equalTo(search.events().get(0).at("/hub/id").asText()));
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOnWithTheNext() {
        var poisoned = Search.in("35");
        Topics.publish("referral.events", poisoned.referral(), "RoutingRequested.v1", 2, "{not json");

        Search.in("35").routed("OfferMade");

        await().untilAsserted(() -> assertTrue(Topics.all("hub-directory-service.dead-letters").stream()
                .anyMatch(record -> record.key().equals(poisoned.referral()))));
    }

    @Test
    void startsFromTheDepartementOfAHospitalThatItDoesNotKnow() {
        var search = Search.in(null);
        var unknownInCorsica = search.request(1).put("organisation", "2B0009999");

        search.publish("RoutingRequested.v1", 2, unknownInCorsica);

        search.until("OfferMade.v1");
        assertEquals("DEPARTEMENT", search.lastEvent().at("/travel/origin/kind").asText());
        assertEquals(MARSEILLE, search.hub());
    }

    @Test
    void leavesAReferralFromNowhereToTheCoordinator() {
        var search = Search.in(null);
        var fromNowhere = search.request(1).put("organisation", "970500005");

        search.publish("RoutingRequested.v1", 2, fromNowhere);

        search.until("NoHubFound.v1");
        assertTrue(search.lastEvent().get("excluded").findValuesAsText("reason").contains("NO_WAY_KNOWN"));
        search.placement(Tokens.coordinator())
                .body("state", equalTo("ESCALATED"))
                .body("matchRuns[0].ranked", hasSize(0))
                .body("matchRuns[0].origin.code", equalTo("970500005"));
    }

    private static ObjectNode cancellation(Search search) {
        return ((ObjectNode) Search.example("RoutingCancelled.v1")).put("referralId", search.referral());
    }
}
