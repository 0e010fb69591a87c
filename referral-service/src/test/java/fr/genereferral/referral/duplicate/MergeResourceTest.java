package fr.genereferral.referral.duplicate;

import static fr.genereferral.referral.Patience.await;
import static fr.genereferral.referral.duplicate.SameChild.assertState;
import static fr.genereferral.referral.duplicate.SameChild.finding;
import static fr.genereferral.referral.duplicate.SameChild.merge;
import static fr.genereferral.referral.duplicate.SameChild.undo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two referrals of one child become one, and two again. */
@ServiceTest
class MergeResourceTest {
    private static final String REPORT = "{\"reports\": [{\"id\": \"r77\", \"laboratory\": \"Laboratoire ajoute\","
            + " \"accreditation\": \"8-0002\", \"signed\": true, \"signedOn\": \"2026-11-11\"}]}";
    private static final String HEARING = "{\"facts\": [{\"code\": \"hearing-loss-degree\", \"state\": \"not-done\"}]}";

    private final SameChild child = new SameChild();
    private Journey first;

    @BeforeEach
    void isSentByOneHospital() {
        first = child.sentBy(Tokens.NANTES);
    }

    @Test
    void livesOnInTheFirstWithBothHospitalsAndTheFactsOfBoth() throws SQLException {
        var body = child.body();
        facts(body).addObject().put("code", "hearing-loss-degree").put("state", "not-done");
        var second = child.sentBy(Tokens.ANGERS, body);
        String begun = first.read().extract().path("clockStartedAt");

        merge(second, first)
                .statusCode(200)
                .body("survivor", equalTo(first.id()))
                .body("superseded", equalTo(second.id()))
                .body("state", equalTo("DONE"));

        second.read().body("state", equalTo("MERGED")).body("supersededBy", equalTo(first.id()));
        first.read()
                .body("state", equalTo("ASSESSING"))
                .body("dossierVersion", equalTo(2))
                .body("clockStartedAt", equalTo(begun));
        for (var hospital : List.of(Tokens.NANTES, Tokens.ANGERS)) {
            first.as(Tokens.hospital(hospital), "/facts")
                    .statusCode(200)
                    .body(
                            "items.find { it.name == 'hearing-loss-degree' }.statements.organisation",
                            contains(Tokens.ANGERS));
        }
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            assertEquals(List.of("DossierChanged.v1", "ReferralSubmitted.v1"), published(rows, first));
            assertEquals(List.of("ReferralClosed.v1", "ReferralSubmitted.v1"), published(rows, second));
        }
    }

    private static ArrayNode facts(ObjectNode body) {
        return ((ObjectNode) body.get("dossier")).withArray("facts");
    }

    private static List<String> published(Rows rows, Journey journey) throws SQLException {
        return rows.select("select type from outbox where aggregateid = '" + journey.id() + "' order by type").stream()
                .map(row -> row.get("type"))
                .toList();
    }

    /** The other hospital's own words stay its own. */
    @Test
    void showsNeitherHospitalWhatTheOtherHasWrittenOfWhoTheChildIs() throws SQLException {
        var second = child.sentBy(Tokens.ANGERS);
        merge(first, second).statusCode(200);
        var angers = Tokens.hospital(Tokens.ANGERS);

        first.as(angers, "/identity").statusCode(403).body("code", equalTo("FORBIDDEN"));
        first.as(angers, "/actions").body("items.action", not(hasItem("READ_IDENTITY")));
        second.as(angers, "/identity").statusCode(200);
        first.get("/identity").statusCode(200);
        second.as(Tokens.hospital(Tokens.NANTES), "").statusCode(404);
        first.as(angers, "/documents").statusCode(200).body("items.size()", equalTo(0));
        first.as(angers, "/timeline").statusCode(200).body("items.what", contains("SUBMITTED", "JOINED"));
        try (var service = Rows.asService().seeingAs(Tokens.ANGERS)) {
            assertEquals(
                    List.of(),
                    service.select("select 1 from identity_field where referral_id = ?", UUID.fromString(first.id())));
            assertEquals(
                    1,
                    service.select("select 1 from referral where id = ?", UUID.fromString(first.id()))
                            .size());
        }
    }

    @Test
    void tellsBothHospitalsInWordsThatNameNobody() {
        var second = child.sentBy(Tokens.ANGERS);
        first.get("/timeline").body("items.what", contains("SUBMITTED"));
        second.get("/timeline").body("items.what", contains("SUBMITTED"));

        merge(second, first).statusCode(200);

        first.get("/timeline")
                .body("items.what", contains("SUBMITTED", "JOINED"))
                .body("items[1].text", containsString("suivi en commun avec un autre établissement"))
                .body("items[1].text", not(containsString(Tokens.ANGERS)));
        second.get("/timeline")
                .body("items.what", contains("SUBMITTED", "MERGED"))
                .body("items[1].text", containsString("suivi en commun avec un autre établissement"))
                .body("items[1].text", not(containsString(Tokens.NANTES)));
    }

    @Test
    void letsTheOtherHospitalSayWhatItFindsOutAndStopNothing() {
        var second = child.sentBy(Tokens.ANGERS);
        merge(second, first).statusCode(200);
        var angers = Tokens.hospital(Tokens.ANGERS);

        first.as(angers, "/actions")
                .body("items.action", hasItem("ADD_FACTS"))
                .body("items.action", not(hasItem("WITHDRAW")))
                .body("items.action", not(hasItem("ATTACH_DOCUMENT")));
        first.addFactsAs(angers, UUID.randomUUID().toString(), HEARING).statusCode(201);
        second.addFacts(HEARING).statusCode(409);
        first.withdrawAs(angers).statusCode(403);
        Journey.of(first.id(), Tokens.ANGERS).get("").body("dossierVersion", equalTo(3));
    }

    /** Both call their report r1: under that name the other one's would be gone, with what cites it. */
    @Test
    void takesNoReportUnderTheNameOfAnotherHospitals() {
        var body = child.body();
        ((ObjectNode) body.findValue("reports").get(0)).put("laboratory", "Laboratoire d'ailleurs");
        var second = child.sentBy(Tokens.ANGERS, body);
        merge(second, first).statusCode(200);
        var report = "{\"reports\": [{\"id\": \"%s\", \"laboratory\": \"Laboratoire d'Angers\", \"signed\": true}]}";
        var angers = Tokens.hospital(Tokens.ANGERS);

        first.addFactsAs(angers, UUID.randomUUID().toString(), report.formatted("r1"))
                .statusCode(422)
                .body("violations.pointer", hasItem("/reports/0/id"))
                .body("violations.code", hasItem("DUPLICATE"));
        first.addFactsAs(angers, UUID.randomUUID().toString(), report.formatted("angers-1"))
                .statusCode(201);
    }

    /** What it wrote after the merge is of its own child. */
    @Test
    void isUndoneWithEachFactBackWhereItCameFrom() {
        var body = child.body();
        facts(body).addObject().put("code", "hearing-loss-degree").put("state", "not-done");
        var second = child.sentBy(Tokens.ANGERS, body);
        String begun = second.read().extract().path("clockStartedAt");
        merge(second, first).statusCode(200);
        var since = "{\"antibodies\": [{\"serotype\": \"AAV5\", \"state\": \"not-done\"}]}";
        first.addFactsAs(Tokens.hospital(Tokens.ANGERS), UUID.randomUUID().toString(), since)
                .statusCode(201);

        undo(second).statusCode(200).body("state", equalTo("UNDONE"));

        first.get("/facts")
                .body("items.name", not(hasItem("hearing-loss-degree")))
                .body("items.name", not(hasItem("AAV5")));
        second.get("/facts").body("items.name", hasItems("hearing-loss-degree", "AAV5"));
        first.as(Tokens.hospital(Tokens.ANGERS), "").statusCode(404);
        second.read()
                .body("state", equalTo("ASSESSING"))
                .body("clockStartedAt", equalTo(begun))
                .body("supersededBy", equalTo(null));
        second.get("/timeline").body("items.what", contains("SUBMITTED", "MERGED", "UNMERGED"));
        first.get("/timeline").body("items.what", contains("SUBMITTED", "JOINED", "FACTS_ADDED", "UNMERGED"));
        undo(second).statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        second.addFacts("{\"facts\": [{\"code\": \"hearing-loss-degree\", \"state\": \"unknown\"}]}")
                .statusCode(201);
        first.addFacts(HEARING).statusCode(201);
    }

    /** Each says it for itself, once. */
    @Test
    void leavesToEachWhatBothHaveSaid() {
        var body = child.body();
        facts(body).addObject().put("code", "hearing-loss-degree").put("state", "not-done");
        var second = child.sentBy(Tokens.ANGERS, body);
        merge(second, first).statusCode(200);

        first.addFacts(HEARING).statusCode(201);
        first.addFacts(HEARING).statusCode(200);
        first.read().body("dossierVersion", equalTo(3));
        undo(second).statusCode(200);

        first.get("/facts")
                .body(
                        "items.find { it.name == 'hearing-loss-degree' }.statements.organisation",
                        contains(Tokens.NANTES));
        second.get("/facts")
                .body(
                        "items.find { it.name == 'hearing-loss-degree' }.statements.organisation",
                        contains(Tokens.ANGERS));
    }

    /** The later one has come further: no hub is taken from the child, and the child has waited since the first. */
    @Test
    void livesOnWhereAHubIsAskedAndKeepsTheEarliestClock() {
        var second = child.sentBy(Tokens.ANGERS);
        String begun = first.read().extract().path("clockStartedAt");
        String later = second.read().extract().path("clockStartedAt");
        release(second);
        second.offered();

        merge(first, second).statusCode(200).body("survivor", equalTo(second.id()));

        second.read().body("state", equalTo("OFFERED")).body("clockStartedAt", equalTo(begun));
        // What was sent with the later one was said when it was sent.
        second.get("/facts")
                .body("items[0].statements.findAll { it.organisation == '" + Tokens.ANGERS + "' }.at", hasItem(later))
                .body(
                        "items[0].statements.findAll { it.organisation == '" + Tokens.ANGERS + "' }.at",
                        not(hasItem(begun)));
        undo(first).statusCode(200);
        second.read().body("state", equalTo("OFFERED")).body("clockStartedAt", equalTo(later));
        assertTrue(begun.compareTo(later) < 0);
    }

    /** Whichever of two leaves first, the child has waited since the earliest that is left. */
    @Test
    void hasTheClockOfThoseThatAreLeft() {
        var second = child.sentBy(Tokens.ANGERS);
        var third = child.sentBy(Tokens.RENNES);
        String begun = first.read().extract().path("clockStartedAt");
        String own = third.read().extract().path("clockStartedAt");
        release(third);
        third.offered();
        merge(second, third).statusCode(200).body("survivor", equalTo(third.id()));
        merge(first, third).statusCode(200).body("survivor", equalTo(third.id()));

        undo(second).statusCode(200);
        third.read().body("clockStartedAt", equalTo(begun));
        third.as(Tokens.hospital(Tokens.ANGERS), "").statusCode(404);
        third.as(Tokens.hospital(Tokens.NANTES), "").statusCode(200);
        undo(first).statusCode(200);
        third.read().body("clockStartedAt", equalTo(own));
    }

    /** Hub-directory-service alone decides who was first. */
    @Test
    void waitsForTheHubThatIsAskedForTheOneThatEnds() {
        first.accepted();
        var second = child.sentBy(Tokens.ANGERS);
        release(second);
        second.offered();

        merge(first, second).statusCode(202).body("state", equalTo("STOPPING"));

        merge(first, second).statusCode(409).body("code", equalTo("MERGE_HAS_TO_WAIT"));
        second.read().body("state", equalTo("OFFERED"));
        second.get("/timeline").body("items.what", not(hasItem("MERGE_PREPARED")));
        first.get("/timeline").body("items.what", not(hasItem("JOINED")));
        second.hearHub("OfferWithdrawn.v1", 2);
        second.until("MERGED");
        first.read().body("state", equalTo("ACCEPTED")).body("dossierVersion", equalTo(2));
        second.get("/timeline").body("items.what", hasItems("OFFER_WITHDRAWN", "MERGED"));
    }

    @Test
    void isCalledOffWhereTheHubWasFirst() {
        first.accepted();
        var second = child.sentBy(Tokens.ANGERS);
        release(second);
        second.offered();
        merge(first, second).statusCode(202);

        second.hearHub("OfferAccepted.v1", 2);

        second.until("ACCEPTED");
        await().untilAsserted(
                        () -> merge(first, second).statusCode(409).body("code", equalTo("MERGE_OF_TWO_ACCEPTED")));
        first.get("/timeline").body("items.what", not(hasItem("JOINED")));
        second.get("/timeline").body("items.what", not(hasItem("MERGED")));
    }

    /** It has given the child back since, before anybody looked: the search goes on, and no merge waits for its end. */
    @Test
    void isCalledOffWhereTheHubWasFirstAndIsNoLonger() throws SQLException {
        first.accepted();
        var second = child.sentBy(Tokens.ANGERS);
        release(second);
        second.offered();
        merge(first, second).statusCode(202);

        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("update referral set merging = false where id = '" + second.id() + "'");
        }

        await().untilAsserted(() -> assertEquals("CALLED_OFF", stage(second)));
        second.read().body("state", equalTo("OFFERED"));
    }

    private static String stage(Journey superseded) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows.select("select state from referral_merge where superseded = '" + superseded.id() + "'")
                    .get(0)
                    .get("state");
        }
    }

    /** It can never be done any more: the one that would have ended goes on, and a person is asked again. */
    @Test
    void isCalledOffWhereAnIdentityWasErasedWhileTheHubWasAsked() throws SQLException {
        first.accepted();
        var second = child.sentBy(Tokens.ANGERS);
        release(second);
        second.offered();
        merge(first, second).statusCode(202);
        assertEquals(0, audited(second));
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + second.id() + "'");
        }

        second.hearHub("OfferWithdrawn.v1", 2);

        second.until("ROUTING");
        assertEquals(0, audited(second));
        second.get("/timeline").body("items.what", not(hasItem("MERGE_CALLED_OFF")));
        second.as(Tokens.coordinator(), "/timeline").body("items.what", hasItem("MERGE_CALLED_OFF"));
        merge(first, second).statusCode(409).body("code", equalTo("MERGE_WITHOUT_IDENTITY"));
    }

    /** No hub is taken from a child for what cannot be done. */
    @Test
    void isRefusedAsTooLargeBeforeAHubHears() {
        first.accepted();
        var second = child.sentBy(Tokens.ANGERS, withReports(20));
        release(second);
        second.offered();

        merge(first, second).statusCode(409).body("code", equalTo("MERGE_TOO_LARGE"));

        assertState(second, "OFFERED");
        second.as(Tokens.coordinator(), "/timeline").body("items.what", not(hasItem("MERGE_PREPARED")));
    }

    @Test
    void isCalledOffWhereItHasBecomeTooLargeMeanwhile() {
        first.accepted();
        var second = child.sentBy(Tokens.ANGERS, withReports(19));
        release(second);
        second.offered();
        merge(first, second).statusCode(202);
        first.addFacts(REPORT).statusCode(201);

        second.hearHub("OfferWithdrawn.v1", 2);

        second.until("ROUTING");
        first.get("/timeline").body("items.what", not(hasItem("JOINED")));
    }

    /** None of them is the one of the other hospital. */
    private ObjectNode withReports(int many) {
        var body = child.body();
        var reports = ((ObjectNode) body.at("/dossier/genetics")).putArray("reports");
        for (var number = 1; number <= many; number++) {
            reports.addObject()
                    .put("id", "r" + number)
                    .put("laboratory", "Laboratoire invente " + number)
                    .put("accreditation", "8-0001")
                    .put("signed", true)
                    .put("signedOn", "2026-11-10");
        }
        return body;
    }

    private static int audited(Journey journey) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows.select("select 1 from audit where action = 'MERGE_DUPLICATE' and referral_id = '" + journey.id()
                            + "'")
                    .size();
        }
    }

    @Test
    void isRefusedTwiceAndToEverybodyElse() {
        var second = child.sentBy(Tokens.ANGERS);
        var stranger = new SameChild().sentBy(Tokens.RENNES);

        merge(Tokens.hospital(Tokens.NANTES), first, finding(second)).statusCode(403);
        merge(Tokens.hub(Tokens.NANTES), first, finding(second)).statusCode(403);
        merge(first, stranger).statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        merge(first, first).statusCode(409);
        merge(Tokens.coordinator(), first, "{\"reason\": \"HOSPITALS_AGREE\"}").statusCode(422);
        merge(Tokens.coordinator(), first, "{\"other\": \"x\", \"reason\": \"WHY\"}")
                .statusCode(422);
        undo(second).statusCode(409);
        merge(first, second).statusCode(200);
        // Whoever has not heard the answer asks again.
        merge(first, second).statusCode(200).body("superseded", equalTo(second.id()));
        merge(second, first).statusCode(200).body("survivor", equalTo(first.id()));
        merge(first, stranger).statusCode(409);
        second.move(Tokens.hospital(Tokens.ANGERS), "merge-undoing", "{\"reason\": \"TWINS\"}")
                .statusCode(403);
        second.withdraw().statusCode(409);
    }

    @Test
    void isDoneOnceBySeveralAtTheSameInstant() {
        var second = child.sentBy(Tokens.ANGERS);

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> merge(first, second).extract().statusCode()))
                .limit(4)
                .toList();

        assertEquals(
                List.of(200, 200, 200, 200),
                answers.stream().map(CompletableFuture::join).sorted().toList());
        first.read().body("dossierVersion", equalTo(2));
    }

    @Test
    void isUndoneOnceBySeveralAtTheSameInstant() {
        var second = child.sentBy(Tokens.ANGERS);
        merge(first, second).statusCode(200);

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> undo(second).extract().statusCode()))
                .limit(4)
                .toList();

        assertEquals(
                List.of(200, 409, 409, 409),
                answers.stream().map(CompletableFuture::join).sorted().toList());
        first.read().body("dossierVersion", equalTo(3));
    }

    /** Of one that has ended in another the child is still being referred. */
    @Test
    void knowsAThirdOfTheChildAndJoinsItToTheOneThatLivesOn() {
        var second = child.sentBy(Tokens.ANGERS);
        merge(first, second).statusCode(200);

        child.send(Tokens.ANGERS, child.body())
                .statusCode(409)
                .body("referral", equalTo("/v1/referrals/" + second.id()));
        var third = child.sentBy(Tokens.RENNES);

        assertState(third, "DUPLICATE_REVIEW");
        merge(third, second).statusCode(409);
        merge(third, first).statusCode(200).body("survivor", equalTo(first.id()));
        undo(second).statusCode(200);
        first.as(Tokens.hospital(Tokens.RENNES), "").statusCode(200);
    }

    /** What was held for the two of them is held for nobody then. */
    @Test
    void letsTheOneThatLivesOnGoOnWhereItIsHeldForNobodyElse() {
        var second = child.sentBy(Tokens.ANGERS);
        var third = child.sentBy(Tokens.RENNES);
        first.withdraw().statusCode(200);

        merge(second, third).statusCode(200).body("survivor", equalTo(second.id()));

        assertState(second, "ASSESSING");
        second.get("/timeline").body("items.what", contains("SUBMITTED", "JOINED"));
    }

    @Test
    void isNotUndoneOnceCareHasBegunAndSaysSo() {
        var second = child.sentBy(Tokens.ANGERS);
        merge(first, second).statusCode(200);
        setState(first, "IN_CARE");

        undo(second)
                .statusCode(409)
                .body("code", equalTo("MERGE_CANNOT_BE_UNDONE"))
                .body("state", equalTo("IN_CARE"));
    }

    @Test
    void isRefusedWhereAnIdentityWasErased() throws SQLException {
        var second = child.sentBy(Tokens.ANGERS);
        erase(second);

        merge(first, second).statusCode(409).body("code", equalTo("MERGE_WITHOUT_IDENTITY"));
    }

    /** Nobody could say any more whose referral goes on. */
    @Test
    void isNotUndoneOfAChildWhoseIdentityWasErased() throws SQLException {
        var second = child.sentBy(Tokens.ANGERS);
        merge(first, second).statusCode(200);
        erase(second);

        undo(second).statusCode(409).body("code", equalTo("MERGE_WITHOUT_IDENTITY"));
        assertState(second, "MERGED");
        second.as(Tokens.coordinator(), "/actions").body("items.action", not(hasItem("UNDO_MERGE")));
    }

    private static void erase(Journey journey) throws SQLException {
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + journey.id() + "'");
        }
    }

    /** Its own hospital has the child's place in time again, where the other has left for both. */
    @Test
    void isUndoneWhereTheOneThatLivedOnWasWithdrawn() {
        var second = child.sentBy(Tokens.ANGERS);
        String begun = second.read().extract().path("clockStartedAt");
        merge(first, second).statusCode(200);
        first.addFactsAs(Tokens.hospital(Tokens.ANGERS), UUID.randomUUID().toString(), HEARING)
                .statusCode(201);
        first.withdraw().statusCode(200);
        second.as(Tokens.coordinator(), "/actions").body("items.action", hasItem("UNDO_MERGE"));

        undo(second).statusCode(200).body("state", equalTo("UNDONE"));

        second.read().body("state", equalTo("ASSESSING")).body("clockStartedAt", equalTo(begun));
        second.get("/facts").body("items.name", hasItem("hearing-loss-degree"));
        first.read().body("state", equalTo("CANCELLED")).body("dossierVersion", equalTo(3));
        first.as(Tokens.hospital(Tokens.ANGERS), "").statusCode(404);
    }

    /** A hospital that leaves its referral leaves no hash behind of those that had ended in it. */
    @Test
    void forgetsTheNumberOfBothWhenTheOneThatLivesOnHasEnded() throws SQLException {
        var second = child.sentBy(Tokens.ANGERS);
        merge(first, second).statusCode(200);

        first.withdraw().statusCode(200);

        try (var rows = Rows.asOwner().seeingAs("platform")) {
            assertEquals(
                    List.of(),
                    rows.select("select 1 from open_case where referral_id in ('" + first.id() + "', '" + second.id()
                            + "')"));
        }
        assertState(child.sentBy(Tokens.ANGERS), "ASSESSING");
    }

    private static void release(Journey held) {
        held.move(Tokens.coordinator(), "duplicate-review", "{\"decision\": \"NOT_THE_SAME\"}")
                .statusCode(200);
    }

    private static void setState(Journey journey, String state) {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("update referral set state = '" + state + "' where id = '" + journey.id() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
