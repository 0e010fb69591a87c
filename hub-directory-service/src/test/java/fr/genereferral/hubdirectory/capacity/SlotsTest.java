package fr.genereferral.hubdirectory.capacity;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.Patience.await;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.create;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.freed;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.held;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.pause;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.week;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A yes takes a place, and the end of what it promised frees it, each once. */
@ServiceTest
class SlotsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long THIRD = 3;

    @Test
    void takesTheFirstFreeWeekAndFreesItOnceHoweverOftenTheEndIsHeard() throws SQLException {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        var first = accepted(therapy);
        accepted(therapy);
        assertEquals(List.of(week(NANTES, 0), week(NANTES, 1)), held(therapy));

        end(first, "CANCELLED", THIRD);
        // One that the inbox does not know yet.
        end(first, "CANCELLED", THIRD + 1);
        await().untilAsserted(() -> assertEquals(List.of(week(NANTES, 1)), held(therapy)));
        var next = accepted(therapy);

        assertEquals(List.of(week(NANTES, 0), week(NANTES, 1)), held(therapy));
        assertEquals(List.of(week(NANTES, 0)), freed(therapy));
        next.read(Tokens.hub(NANTES))
                .body("slotWeek", equalTo(week(NANTES, 0).monday().toString()))
                .body("expectedWaitDays", equalTo(0));
    }

    @Test
    void freesAPlaceThatCareDidNotNeed() throws SQLException {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        accepted(therapy);
        var early = accepted(therapy);

        end(early, "COMPLETED", THIRD);

        await().untilAsserted(() -> assertEquals(List.of(week(NANTES, 1)), freed(therapy)));
        assertEquals(List.of(week(NANTES, 0)), held(therapy));
    }

    /** The same event comes twice; the place is free, taken by the next child, and stays with it. */
    @Test
    void freesThePlaceOfWhatShouldNeverHaveBeenThereOnce() throws SQLException {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        var mistaken = accepted(therapy);
        end(mistaken, "ENTERED_IN_ERROR", THIRD);
        await().untilAsserted(() -> assertEquals(List.of(), held(therapy)));
        accepted(therapy);

        end(mistaken, "ENTERED_IN_ERROR", THIRD);
        end(mistaken, "CANCELLED", THIRD + 1);

        // What comes later on the same partition has been heard: so has the repetition.
        await().untilAsserted(() -> assertEquals(List.of(String.valueOf(THIRD + 1)), heard(mistaken)));
        assertEquals(List.of(week(NANTES, 0)), held(therapy));
    }

    @Test
    void takesNothingWhereNothingIsTold() throws SQLException {
        var therapy = givenBy(NANTES);

        accepted(therapy).read(Tokens.hub(NANTES)).body("slotWeek", nullValue()).body("expectedWaitDays", nullValue());

        assertEquals(List.of(), held(therapy));
    }

    @Test
    void takesNothingWhereAWordIsForALaterDayAlone() throws SQLException {
        var therapy = givenBy(NANTES);
        create(Tokens.coordinator(), "/v1/hubs/" + NANTES + "/capacity", """
                {"therapy": "%s", "slotsPerWeek": 1, "from": "%s"}""".formatted(
                                therapy, week(NANTES, 50).monday()))
                .statusCode(201);

        accepted(therapy).read(Tokens.hub(NANTES)).body("slotWeek", nullValue()).body("expectedWaitDays", nullValue());

        assertEquals(List.of(), held(therapy));
    }

    @Test
    void refusesAYesWhenWhatWasToldLeavesNoPlace() throws SQLException {
        var therapy = givenBy(NANTES);
        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");
        declare(NANTES, therapy, 0).statusCode(201);

        Search.get(Tokens.hub(NANTES), "/v1/offers/" + search.offer() + "/actions")
                .body("actions.action", contains("DECLINE", "CLAIM", "HAND_OVER"));
        search.accept().statusCode(409).body("code", equalTo("NO_SLOT_LEFT")).body("actions", contains("DECLINE"));

        assertEquals(List.of("OfferMade.v1", "OfferSeen.v1"), search.said());
        declare(NANTES, therapy, 1).statusCode(201);
        search.accept().statusCode(200);
        assertEquals(List.of(week(NANTES, 0)), held(therapy));
    }

    @Test
    void leavesOutAHubThatTakesNobodyAndWeighsTheWaitOfOneThatIsFull() {
        var therapy = givenBy(NANTES, LYON);
        pause(LYON, therapy, null).statusCode(201);
        declare(NANTES, therapy, 1).statusCode(201);
        accepted(therapy);
        accepted(therapy);

        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");

        assertEquals(NANTES, search.hub());
        var wait = week(NANTES, 2).monday().toEpochDay() - LocalDate.now(PARIS).toEpochDay();
        search.placement(Tokens.coordinator())
                .body("matchRuns[0].ranked[0].terms.expectedWaitDays", equalTo((int) wait))
                .body("matchRuns[0].ranked[0].terms.waitingMinutes", equalTo((int) wait * 60))
                .body("matchRuns[0].excluded.find { it.hub.id == '" + LYON + "' }.reason", equalTo("PAUSED"));
    }

    @Test
    void escalatesAtOnceWhenTheOnlyHubRests() {
        var therapy = givenBy(NANTES);
        pause(NANTES, therapy, null).statusCode(201);

        var search = Search.in("35").forTherapy(therapy).routed("NoHubFound");

        search.placement(Tokens.coordinator())
                .body("state", equalTo("ESCALATED"))
                .body("matchRuns[0].excluded.find { it.hub.id == '" + NANTES + "' }.reason", equalTo("PAUSED"));
    }

    @Test
    void showsAFreedPlaceToThoseWhoWaitOldestClockFirst() {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        var first = accepted(therapy);
        var later = accepted(therapy);
        var older = Search.in("35").forTherapy(therapy);
        older.publish("RoutingRequested.v1", 2, older.request(1).put("clockStartedAt", "2020-01-01T00:00:00Z"));
        older.until("OfferMade.v1");

        end(first, "CANCELLED", THIRD);

        var mine = "items.findAll { it.therapy == '" + therapy + "' && it.freedAt != null }";
        await().untilAsserted(() -> Search.get(Tokens.hub(NANTES), "/v1/hubs/" + NANTES + "/freed-slots")
                .statusCode(200)
                .body(mine, hasSize(1))
                .body(mine + ".week", contains(week(NANTES, 0).monday().toString()))
                .body(mine + "[0].waiting.referralId", contains(older.referral(), later.referral()))
                .body(mine + "[0].waiting.state", contains("OPEN", "ACCEPTED")));
        Search.get(Tokens.hub(LYON), "/v1/hubs/" + NANTES + "/freed-slots").statusCode(404);
    }

    private static Search accepted(String therapy) {
        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");
        search.accept().statusCode(200);
        return search;
    }

    /** Number of the last event of the referral that was applied. */
    private static List<String> heard(Search search) throws SQLException {
        return CapacityCalls.texts("select sequence from inbox_position where topic = 'referral.events' and key = '"
                + search.referral() + "'");
    }

    private static void end(Search search, String state, long sequence) {
        var closed = ((ObjectNode) Search.example("ReferralClosed.v1"))
                .put("referralId", search.referral())
                .put("state", state);
        search.publish("ReferralClosed.v1", sequence, closed);
    }
}
