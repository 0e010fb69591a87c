package fr.genereferral.hubdirectory.coordination;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.create;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.ANNE;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.BRUNO;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.actions;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.assign;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.assignments;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.decide;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.line;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.lines;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.post;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.proposed;
import static fr.genereferral.hubdirectory.coordination.CoordinationCalls.reopen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.answer.AtOnce;
import fr.genereferral.hubdirectory.expiry.Clockwork;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What coordinators do for children whom nobody is asked to take, and what happens at the same instant. */
@ServiceTest
class CoordinationTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void asksAHubThatSomebodyHasNamedAndASecondPersonHasAgreedTo() {
        var search = declined();
        var listed = listed(search);
        assertEquals("NO_HUB_LEFT", listed.getString("cause"));
        assertEquals(List.of("DECLINED", "DECLINED"), listed.getList("asked.state"));
        assertEquals(List.of("NO_CAPACITY", "NO_CAPACITY"), listed.getList("asked.declineReason"));
        assertEquals(List.of("ALREADY_DECLINED", "ALREADY_DECLINED"), listed.getList("ableToday.concern"));
        assertEquals(List.of("ASSIGN_HUB", "REOPEN_SEARCH"), listed.getList("actions.action"));
        assertTrue(listed.getList("excluded").size() > 3);

        var key = UUID.randomUUID().toString();
        String id = assign(ANNE, search, NANTES, key)
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .body("concern", equalTo("ALREADY_DECLINED"))
                .body("offerId", nullValue())
                .extract()
                .path("id");
        assign(ANNE, search, NANTES, key).statusCode(201).body("id", equalTo(id));
        assign(ANNE, search, NECKER, key).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        decide(ANNE, search, id, "CONFIRM")
                .statusCode(409)
                .body("code", equalTo("SECOND_PERSON_NEEDED"))
                .body("actions", contains("ASSIGN_HUB", "REFUSE_ASSIGNMENT", "REOPEN_SEARCH"));
        actions(ANNE, search).body("actions.action", contains("ASSIGN_HUB", "REFUSE_ASSIGNMENT", "REOPEN_SEARCH"));
        actions(BRUNO, search)
                .body(
                        "actions.action",
                        contains("ASSIGN_HUB", "CONFIRM_ASSIGNMENT", "REFUSE_ASSIGNMENT", "REOPEN_SEARCH"));

        decide(BRUNO, search, id, "CONFIRM")
                .statusCode(200)
                .body("state", equalTo("MADE"))
                .body("decidedBy", notNullValue())
                .body("offerId", equalTo(search.offer()));

        assertEquals("HUB_AGREED", search.lastEvent().at("/assigned/reason").asText());
        assertEquals(
                "national", search.lastEvent().at("/assigned/by/organisation").asText());
        assertNull(line(search));
        decide(BRUNO, search, id, "REFUSE").statusCode(409).body("code", equalTo("ASSIGNMENT_OVER"));
        actions(ANNE, search).statusCode(200).body("actions", empty());
        search.read(Tokens.hub(NANTES))
                .statusCode(200)
                .body("patient", notNullValue())
                .body("travel.minutes", notNullValue());
        search.accept().statusCode(200).body("state", equalTo("ACCEPTED"));
        search.placement(Tokens.coordinator())
                .body("matchRuns.byHand", contains(false, true))
                .body("offers", hasSize(3));
        assignments(search).body("items.state", contains("MADE")).body("items[0].decidedBy", notNullValue());
    }

    @Test
    void asksAHubOfTheRankingAtOnceAndTheSearchStaysTheCoordinators() {
        var search = unsuitable();
        assertEquals("CLINICALLY_UNSUITABLE", line(search).get("cause"));

        assign(search, NECKER)
                .statusCode(201)
                .body("state", equalTo("MADE"))
                .body("concern", nullValue())
                .body("offerId", equalTo(search.offer()));
        search.decline("NO_CAPACITY").statusCode(200);

        assertEquals(
                List.of("OfferMade.v1", "OfferDeclined.v1", "OfferMade.v1", "OfferDeclined.v1", "NoHubFound.v1"),
                search.said());
        assertEquals("NO_HUB_LEFT", line(search).get("cause"));
    }

    @Test
    void asksNoHubThatMayNotTakeTheChildOrThatNobodyKnows() {
        var search = declined();

        assign(search, LYON)
                .statusCode(409)
                .body("code", equalTo("HUB_NOT_ABLE"))
                .body("exclusion", equalTo("NOT_ACCREDITED"))
                .body("actions", contains("ASSIGN_HUB", "REOPEN_SEARCH"));
        assign(search, "999999999").statusCode(422).body("violations[0].code", equalTo("HUB_UNKNOWN"));
        assign(Search.in("35").forTherapy("ONA-IV").routed("OfferMade"), NECKER)
                .statusCode(409)
                .body("code", equalTo("NOT_ESCALATED"));
        assign(Search.in("35"), NECKER).statusCode(404);
        decide(BRUNO, search, UUID.randomUUID().toString(), "CONFIRM").statusCode(404);
        decide(BRUNO, unsuitable(), proposed(search, NANTES), "CONFIRM").statusCode(404);
        assign(Tokens.auditor(), search, NANTES, "key").statusCode(403);
        assign(Tokens.hub(NANTES), search, NANTES, "key").statusCode(403);
    }

    /** It may have been the only one that could take the child: then none can be named instead. */
    @Test
    void saysWhatIsLeftWhenTheHubThatWasProposedCanNoLongerTakeTheChild() {
        var therapy = givenBy(NANTES, NECKER);
        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");
        search.decline("NO_CAPACITY").statusCode(200);
        search.decline("NO_CAPACITY").statusCode(200);
        var id = proposed(search, NANTES);

        revoke(NANTES, therapy);
        decide(BRUNO, search, id, "CONFIRM")
                .statusCode(409)
                .body("code", equalTo("HUB_NOT_ABLE"))
                .body("exclusion", equalTo("NOT_ACCREDITED"))
                .body("actions", contains("ASSIGN_HUB", "REFUSE_ASSIGNMENT", "REOPEN_SEARCH"));
        revoke(NECKER, therapy);
        var refused = decide(BRUNO, search, id, "CONFIRM").statusCode(409);

        refused.body("actions", contains("REFUSE_ASSIGNMENT", "REOPEN_SEARCH"));
        actions(BRUNO, search).body("actions.action", contains("REFUSE_ASSIGNMENT", "REOPEN_SEARCH"));
        decide(BRUNO, search, id, "REFUSE").statusCode(200);
        decide(ANNE, search, id, "REFUSE")
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_OVER"))
                .body("actions", contains("REOPEN_SEARCH"));
    }

    @Test
    void leavesNothingButANewSearchForAChildWhoIsNoLongerEligible() {
        var search = nobodyFor("2026-11-22T08:00:00Z", LocalDate.of(2026, 1, 2));

        assign(search, NANTES)
                .statusCode(409)
                .body("code", equalTo("NO_LONGER_ELIGIBLE"))
                .body("actions", contains("REOPEN_SEARCH"));
    }

    private static void revoke(String hub, String therapy) {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        post(ANNE, "/v1/hubs/" + hub + "/accreditations/" + therapy + "/revocation", """
                {"endsOn": "%s", "reason": "WITHDRAWN_BY_AUTHORITY"}""".formatted(today))
                .statusCode(200);
    }

    @Test
    void doesNotTakeTheFirstPersonForTheSecondWhateverTheCodeDoes() throws SQLException {
        var id = proposed(declined(), NANTES);
        var made = "insert into assignment_end select id, 'MADE', (select id from offer limit 1), now(), proposed_by,"
                + " proposed_for from assignment where id = '" + id + "'";

        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> statement.execute(made));
            assertEquals("23514", refused.getSQLState());
        }
    }

    @Test
    void letsTheSearchBeginAnewOnceAndTakesNoYesOfTheOneBefore() {
        var search = declined();
        var id = proposed(search, NANTES);

        reopen(search).statusCode(202).body("reopenings.reason", contains("HUB_HAS_PLACE"));

        assertEquals("SearchReopened.v1", search.lastEvent().get("type").asText());
        search.placement(ANNE).body("state", equalTo("RANKING"));
        assertNull(line(search));
        reopen(search).statusCode(409).body("code", equalTo("NOT_ESCALATED"));
        decide(BRUNO, search, id, "CONFIRM").statusCode(409).body("code", equalTo("ASSIGNMENT_OVER"));
        assignments(search).body("items.state", contains("OBSOLETE"));
        search.accept().statusCode(409).body("holder.placement", equalTo("RANKING"));

        search.route(2);
        search.until("SearchReopened.v1", "OfferMade.v1");

        assertEquals(NANTES, search.hub());
        assertEquals(2, search.lastEvent().get("routing").asInt());
    }

    /** That it was reopened was passed over by who should have asked for it: it is listed, and said once more. */
    @Test
    void reopensAgainASearchThatHasNotBegunForAMinute() throws SQLException {
        var search = declined();
        reopen(search).statusCode(202);
        actions(ANNE, search).statusCode(200).body("actions", empty());
        aMinuteAgo(search);

        var listed = listed(search);
        assertEquals("RANKING", listed.getString("state"));
        assertEquals(List.of("REOPEN_SEARCH"), listed.getList("actions.action"));
        actions(ANNE, search).body("actions.action", contains("REOPEN_SEARCH"));
        assign(search, NANTES)
                .statusCode(409)
                .body("code", equalTo("NOT_ESCALATED"))
                .body("actions", contains("REOPEN_SEARCH"));
        reopen(search).statusCode(202).body("reopenings.routing", contains(1, 1));

        assertNull(line(search));
        search.until("SearchReopened.v1", "SearchReopened.v1");
        assertEquals(7, search.lastEvent().get("sequence").asInt());
        reopen(search).statusCode(409).body("actions", empty());
        search.route(2);
        search.until("SearchReopened.v1", "OfferMade.v1");
    }

    private static void aMinuteAgo(Search search) throws SQLException {
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("update placement set reopened_at = now() - interval '1 minute'"
                            + " where referral_id = '" + search.referral() + "'"));
        }
    }

    /** It has its place by the choice that it was asked by. */
    @Test
    void takesALateYesOfAHubThatWasNamedAndIsInNoRanking() {
        var therapy = givenBy();
        var search = Search.in("35").forTherapy(therapy).routed("NoHubFound");
        create(ANNE, "/v1/hubs/" + NANTES + "/accreditations", """
                {"therapy": "%s", "from": "2026-01-01"}""".formatted(therapy))
                .statusCode(201);
        decide(BRUNO, search, proposed(search, NANTES), "CONFIRM").statusCode(200);
        var late = search.offer();
        search.overdue();
        Clockwork.expire();
        search.until("OfferExpired.v1", "NoHubFound.v1");
        Search.get(Tokens.hub(NANTES), "/v1/offers/" + late + "/actions")
                .statusCode(200)
                .body("actions.action", contains("ACCEPT"));

        Search.post(Tokens.hub(NANTES), late, "acceptance", "{}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));

        assertEquals(
                search.events().get(1).get("matchRunId"), search.events().get(4).get("matchRunId"));
    }

    @Test
    void listsTheMostPressingFirstThenByTheEquityClock() {
        var late = nobodyFor("2026-11-22T08:00:00Z", null);
        var early = nobodyFor("2026-11-01T08:00:00Z", null);
        var critical = nobodyFor("2026-11-23T08:00:00Z", LocalDate.now(PARIS).plusDays(3));

        var order = lines(10).stream()
                .map(line -> line.get("referralId"))
                .filter(List.<Object>of(late.referral(), early.referral(), critical.referral())::contains)
                .toList();

        assertEquals(List.of(critical.referral(), early.referral(), late.referral()), order);
        assertEquals("CRITICAL", line(critical).get("urgency"));
        assertEquals(List.of(), line(critical).get("ableToday"));
        Search.get(Tokens.auditor(), "/v1/escalations?limit=1")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].actions", empty());
        Search.get(ANNE, "/v1/escalations?limit=20").statusCode(200);
        Search.get(ANNE, "/v1/escalations?limit=21").statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
        Search.get(Tokens.hub(NANTES), "/v1/escalations").statusCode(403);
        Search.get(ANNE, "/v1/escalations?cursor=" + UUID.randomUUID())
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @RepeatedTest(2)
    void letsOneOfTwoHubsWinThatAreNamedAtOnce() throws Exception {
        var search = unsuitable();

        var statuses = AtOnce.sorted(
                () -> assign(search, NECKER).extract().statusCode(),
                () -> assign(search, NECKER).extract().statusCode());

        assertEquals(List.of(201, 409), statuses);
        assertEquals(List.of("OfferMade.v1", "OfferDeclined.v1", "OfferMade.v1"), search.said());
    }

    @RepeatedTest(2)
    void asksOnceForOneKeyAtTheSameInstant() throws Exception {
        var search = unsuitable();
        var key = UUID.randomUUID().toString();

        var statuses = AtOnce.sorted(
                () -> assign(ANNE, search, NECKER, key).extract().statusCode(),
                () -> assign(ANNE, search, NECKER, key).extract().statusCode());

        assertTrue(List.of(List.of(201, 201), List.of(201, 409)).contains(statuses), statuses::toString);
        assertEquals(List.of("OfferMade.v1", "OfferDeclined.v1", "OfferMade.v1"), search.said());
        assignments(search).body("items", hasSize(1));
    }

    @RepeatedTest(2)
    void takesOneOfTwoWordsOnAnAssignment() throws Exception {
        var search = declined();
        var id = proposed(search, NANTES);

        var statuses = AtOnce.sorted(
                () -> decide(BRUNO, search, id, "CONFIRM").extract().statusCode(),
                () -> decide(ANNE, search, id, "REFUSE").extract().statusCode());

        assertEquals(List.of(200, 409), statuses);
    }

    @RepeatedTest(2)
    void eitherAsksTheHubThatIsNamedOrLetsTheSearchBeginAnew() throws Exception {
        var search = unsuitable();

        var statuses = AtOnce.sorted(
                () -> assign(search, NECKER).extract().statusCode(),
                () -> reopen(search).extract().statusCode());

        assertEquals(409, statuses.get(1));
        assertEquals(
                statuses.get(0) == 201 ? "OfferMade.v1" : "SearchReopened.v1",
                search.said().get(2));
        assertEquals(3, search.said().size());
    }

    /** The hospital's end counts in the end: the hub that was named is asked no longer, or never was. */
    @RepeatedTest(2)
    void asksNobodyOnceTheReferralHasEnded() throws Exception {
        var search = unsuitable();

        var statuses = AtOnce.sorted(() -> assign(search, NECKER).extract().statusCode(), () -> {
            search.close();
            return 0;
        });

        if (statuses.contains(201)) {
            search.until("OfferMade.v1", "OfferWithdrawn.v1");
        }
        assertTrue(statuses.contains(201) || statuses.contains(409), statuses::toString);
    }

    private static JsonPath listed(Search search) {
        return JsonPath.from(new ObjectMapper().valueToTree(line(search)).toString());
    }

    /** Two hubs that had no place. */
    private static Search declined() {
        var search = routed();
        search.decline("NO_CAPACITY").statusCode(200);
        search.decline("NO_CAPACITY").statusCode(200);
        return search;
    }

    /** The first hub has found the child unsuitable; nobody has asked the second. */
    private static Search unsuitable() {
        var search = routed();
        search.decline("CLINICALLY_UNSUITABLE").statusCode(200);
        return search;
    }

    private static Search routed() {
        return Search.in("35").forTherapy(givenBy(NANTES, NECKER)).routed("OfferMade");
    }

    private static Search nobodyFor(String clock, LocalDate eligibleUntil) {
        var search = Search.in("35").forTherapy(givenBy());
        var request = search.request(1).put("clockStartedAt", clock).put("urgency", "ROUTINE");
        request.put("eligibleUntil", eligibleUntil == null ? null : eligibleUntil.toString());
        search.publish("RoutingRequested.v1", 2, request.put("birthDate", "2020-01-01"));
        return search.until("NoHubFound.v1");
    }
}
