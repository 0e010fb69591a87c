package fr.genereferral.hubdirectory.expiry;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.capacity.CapacityCalls;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hub keeps silent: the next is asked, once, and whoever speaks too late is told who has the child. */
@ServiceTest
class SilentHubsTest {
    @Inject
    ExpiringOffers expiring;

    @Test
    void asksTheNextHubInTheSameTransaction() {
        var search = Search.in("35").routed("OfferMade");
        var first = search.offer();
        search.overdue();

        Clockwork.expire(expiring);

        assertEquals(List.of("OfferMade.v1", "OfferExpired.v1", "OfferMade.v1"), search.said());
        var expired = search.events().get(1);
        assertEquals(first, expired.get("offerId").asText());
        assertEquals(NANTES, expired.get("hub").asText());
        assertEquals(2, expired.get("sequence").asLong());
        assertEquals(NECKER, search.hub());
        search.placement(Tokens.coordinator())
                .body("state", equalTo("OFFERED"))
                .body("version", equalTo(3))
                .body("offers.state", contains("EXPIRED", "OPEN"));
        Search.get(Tokens.hub(NANTES), "/v1/offers/" + first)
                .statusCode(200)
                .body("state", equalTo("EXPIRED"))
                .body("patient", nullValue())
                .body("dossier", nullValue());
        search.accept().statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void leavesAloneWhatStillHasTime() {
        var search = Search.in("35").routed("OfferMade");

        Clockwork.expire(expiring);

        assertEquals(List.of("OfferMade.v1"), search.said());
    }

    @Test
    void firesOnceHoweverManyInstancesLook() throws Exception {
        var searches = routed(40);
        searches.forEach(Search::overdue);
        Callable<Integer> sweep = () -> Clockwork.expire(expiring);

        Clockwork.atOnce(Collections.nCopies(4, sweep));

        searches.forEach(
                search -> assertEquals(List.of("OfferMade.v1", "OfferExpired.v1", "OfferMade.v1"), search.said()));
    }

    @Test
    void goesToTheCoordinatorWhenThreeHaveKeptSilent() {
        var search = Search.in("35").routed("OfferMade");
        for (var hub = 0; hub < 3; hub++) {
            search.overdue();
            Clockwork.expire(expiring);
        }

        assertEquals(7, search.said().size());
        assertEquals("NoHubFound.v1", search.lastEvent().get("type").asText());
        assertEquals("UNANSWERED", search.lastEvent().get("reason").asText());
        assertEquals(
                3, Collections.frequency(search.lastEvent().get("excluded").findValuesAsText("reason"), "UNANSWERED"));
        search.placement(Tokens.coordinator()).body("state", equalTo("ESCALATED"));
        Clockwork.expire(expiring);
        assertEquals(7, search.said().size());
    }

    @Test
    void takesAYesThatComesAfterTheDeadlineAndBeforeAnybodyHasNoticed() {
        var search = Search.in("35").routed("OfferMade").overdue();

        search.accept().statusCode(200);

        Clockwork.expire(expiring);
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), search.said());
    }

    @Test
    void tellsALateHubWhoIsBeingAskedOrHasAccepted() {
        var search = Search.in("35").routed("OfferMade");
        var first = search.offer();
        search.overdue();
        Clockwork.expire(expiring);

        actions(NANTES, first).body("actions", empty());
        accept(NANTES, first)
                .statusCode(409)
                .body("code", equalTo("OFFER_NO_LONGER_OPEN"))
                .body("holder.offer", equalTo("EXPIRED"))
                .body("holder.placement", equalTo("OFFERED"))
                .body("holder.hub.id", equalTo(NECKER))
                .body("actions", empty());
        search.accept().statusCode(200);
        accept(NANTES, first)
                .statusCode(409)
                .body("holder.placement", equalTo("ACCEPTED"))
                .body("holder.hub.id", equalTo(NECKER));
        decline(NANTES, first).statusCode(409);
    }

    @Test
    void takesALateYesWhenNobodyElseHasTheChild() {
        var search = Search.in("75").forTherapy("UPS").routed("OfferMade");
        var first = search.offer();
        search.overdue();
        Clockwork.expire(expiring);
        var second = search.offer();
        search.overdue();
        Clockwork.expire(expiring);
        actions(ROTHSCHILD, first).body("actions.action", contains("ACCEPT"));

        accept(ROTHSCHILD, first)
                .statusCode(200)
                .body("id", not(equalTo(first)))
                .body("id", equalTo(search.offer()))
                .body("state", equalTo("ACCEPTED"))
                .body("patient.age.unit", not(nullValue()));

        assertEquals(
                List.of(
                        "OfferMade.v1",
                        "OfferExpired.v1",
                        "OfferMade.v1",
                        "OfferExpired.v1",
                        "NoHubFound.v1",
                        "OfferMade.v1",
                        "OfferAccepted.v1"),
                search.said());
        assertEquals(ROTHSCHILD, search.hub());
        Search.get(Tokens.hub(ROTHSCHILD), "/v1/offers/" + first).body("state", equalTo("EXPIRED"));
        actions(ROTHSCHILD, first).body("actions", empty());
        accept(ROTHSCHILD, first)
                .statusCode(409)
                .body("holder.hub.id", equalTo(ROTHSCHILD))
                .body("holder.offerId", equalTo(search.offer()));
        accept(MONTPELLIER, second)
                .statusCode(409)
                .body("holder.hub.id", equalTo(ROTHSCHILD))
                .body("holder.offerId", nullValue());
    }

    /** Neither the clock nor whoever answers is kept waiting, and neither keeps the reader waiting. */
    @Test
    void tellsALateHubWhatItMayDoWhileThePlacementIsInSomebodysHand() throws SQLException {
        var search = Search.in("75").forTherapy("UPS").routed("OfferMade");
        var first = search.offer();
        for (var hub = 0; hub < 2; hub++) {
            search.overdue();
            Clockwork.expire(expiring);
        }
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery(
                    "select * from placement where referral_id = '" + search.referral() + "' for update");

            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> actions(ROTHSCHILD, first)
                    .body("actions.action", contains("ACCEPT")));
            Search.get(Tokens.coordinator(), "/v1/offers/" + first + "/actions")
                    .body("actions.action", contains("RECORD_ACCEPTANCE"));
            connection.rollback();
        }
    }

    @Test
    void takesOneOfTwoLateYesesAtTheSameInstant() throws Exception {
        for (var race = 0; race < 5; race++) {
            var search = Search.in("75").forTherapy("UPS").routed("OfferMade");
            var first = search.offer();
            search.overdue();
            Clockwork.expire(expiring);
            var second = search.offer();
            search.overdue();
            Clockwork.expire(expiring);

            var statuses = Clockwork.atOnce(List.<Callable<Integer>>of(
                    () -> accept(ROTHSCHILD, first).extract().statusCode(),
                    () -> accept(MONTPELLIER, second).extract().statusCode()));

            assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
            assertEquals(1, Collections.frequency(search.said(), "OfferAccepted.v1"));
        }
    }

    @Test
    void takesNoLateYesOnceTheHospitalHasStopped() {
        var search = Search.in("75").forTherapy("UPS").routed("OfferMade");
        var first = search.offer();
        for (var hub = 0; hub < 2; hub++) {
            search.overdue();
            Clockwork.expire(expiring);
        }

        search.cancel();

        await().untilAsserted(() -> search.placement(Tokens.coordinator()).body("state", equalTo("STOPPED")));
        actions(ROTHSCHILD, first).body("actions", empty());
        accept(ROTHSCHILD, first).statusCode(409).body("holder.placement", equalTo("STOPPED"));
        assertEquals("NoHubFound.v1", search.lastEvent().get("type").asText());
    }

    @Test
    void saysNothingTwiceWhenWhatAskedForTheSearchIsHeardAgain() {
        var search = Search.in("35").routed("OfferMade").overdue();
        Clockwork.expire(expiring);

        search.publish("RoutingRequested.v1", 2, search.request(1));
        search.cancel();

        search.until("OfferMade.v1", "OfferExpired.v1", "OfferMade.v1", "OfferWithdrawn.v1");
        Clockwork.expire(expiring);
        assertEquals(4, search.said().size());
    }

    @Test
    void goesOnWithTheOthersWhenOneCannotBeMovedOn() throws SQLException {
        var broken = UUID.randomUUID();
        broken(broken);
        try {
            var searches = routed(3);
            searches.forEach(Search::overdue);

            Clockwork.expire(expiring);

            searches.forEach(search -> assertEquals(3, search.said().size()));
        } finally {
            run("update offer set state = 'WITHDRAWN' where referral_id = '" + broken + "'");
        }
    }

    /** More than is taken at once, and than is looked up at a time, in this test's own settings. */
    @Test
    void goesOnUntilNothingIsOverdueAnyMore() {
        var searches = routed(70);
        searches.forEach(Search::overdue);

        Clockwork.expire(expiring);

        searches.forEach(
                search -> assertEquals(List.of("OfferMade.v1", "OfferExpired.v1", "OfferMade.v1"), search.said()));
    }

    @Test
    void givesALateYesAPlaceOfWhatTheHubHasTold() throws SQLException {
        var therapy = CapacityCalls.givenBy(NANTES);
        CapacityCalls.declare(NANTES, therapy, 1).statusCode(201);
        var searches = Stream.generate(() -> Search.in("35").forTherapy(therapy))
                .limit(2)
                .map(search -> search.routed("OfferMade").overdue())
                .toList();
        Clockwork.expire(expiring);

        for (var week = 0; week < 2; week++) {
            var late = searches.get(week);
            accept(NANTES, late.offer())
                    .statusCode(200)
                    .body(
                            "slotWeek",
                            equalTo(CapacityCalls.week(NANTES, week).monday().toString()));
        }

        assertEquals(
                List.of(CapacityCalls.week(NANTES, 0), CapacityCalls.week(NANTES, 1)), CapacityCalls.held(therapy));
    }

    private static List<Search> routed(int count) {
        var searches = Stream.generate(() -> Search.in("35")).limit(count).toList();
        searches.forEach(search -> search.route(1));
        searches.forEach(search -> search.until("OfferMade.v1"));
        return searches;
    }

    private static ValidatableResponse accept(String hub, String offer) {
        return Search.post(Tokens.hub(hub), offer, "acceptance", "{}");
    }

    private static ValidatableResponse decline(String hub, String offer) {
        return Search.post(Tokens.hub(hub), offer, "declinal", "{\"reason\": \"OTHER\"}");
    }

    private static ValidatableResponse actions(String hub, String offer) {
        return Search.get(Tokens.hub(hub), "/v1/offers/" + offer + "/actions").statusCode(200);
    }

    /** An overdue offer of a search that nobody knows of. */
    private static void broken(UUID referral) throws SQLException {
        run("insert into placement (referral_id, state, version) values ('" + referral + "', 'OFFERED', 1)");
        run("insert into offer (id, referral_id, match_run_id, routing, rank, hub_id, hub_name, hub_city, therapy,"
                + " urgency, state, illustrative, offered_at, expires_at, version) select uuidv7(), '" + referral
                + "', uuidv7(), 1, 1, id, 'Hub', 'Ville', 'ONA-IV', 'ROUTINE', 'OPEN', false,"
                + " now() - interval '5 days', now() - interval '1 day', 1 from hub where id = '" + NANTES
                + "'");
    }

    private static void run(String sql) throws SQLException {
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0);
        }
    }
}
