package fr.genereferral.referral.facts;

import static fr.genereferral.referral.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ServiceTest
class FactsResourceTest {
    private static final String COPIES =
            "{\"copyNumbers\": [{\"gene\": \"HGNC:11118\", \"copies\": 3, \"date\": \"2026-11-21\"}]}";
    private static final String SECOND_SAMPLE = "{\"holds\": 10001, \"reason\": \"CONFIRMED_ON_SECOND_SAMPLE\"}";

    /** As eligibility-service judges on the day on which the titre is to be measured again: deferred, until this very day. */
    @Test
    void addsATitreThatDefersAReferralAndIsAskedForAnotherOnItsDay() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearVerdict("NEEDS_INFO");
        journey.until("AWAITING_INFORMATION");

        journey.addFacts("{\"antibodies\": [{\"serotype\": \"AAV9\", \"kind\": \"total-binding\", \"state\":"
                        + " \"present\", \"titre\": 200, \"date\": \"2026-11-22\"}]}")
                .statusCode(201)
                .header("Location", endsWith("/v1/referrals/" + journey.id() + "/facts"))
                .header("ETag", "\"3\"")
                .body("state", equalTo("ASSESSING"))
                .body("dossierVersion", equalTo(2))
                .body("dossier.antibodies", hasSize(2));

        journey.hearVerdict("DEFERRED", 2, 2, "FACTS");
        journey.until("DEFERRED");
        journey.hearJudged("titre-to-be-measured-again", 3, 2, "TIME");
        journey.until("AWAITING_INFORMATION");
        journey.get("/timeline")
                .body("items.what", hasItems("FACTS_ADDED", "REASSESSED"))
                .body("items.reason", hasItem("TIME"));
        journey.get("/questions")
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("antibody"))
                .body("items[0].code", equalTo("AAV9"))
                .body("items[0].why", equalTo("retest-due"))
                .body("items[0].askedBy.criterion", contains("ONA-IV.5"))
                .body("items[0].answeredBy", equalTo("ADD_FACTS"));
    }

    @Test
    void keepsEveryStatementAndLetsAClinicianSettle() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.get("/actions")
                .body("items.action", hasItem("ADD_FACTS"))
                .body("items.action", not(hasItem("SETTLE_FACT")));

        journey.addFacts(COPIES).statusCode(201);
        journey.get("/actions")
                .body("items.find { it.action == 'SETTLE_FACT' }.needs.holds", contains("2002", "10001"))
                .body("items.find { it.action == 'SETTLE_FACT' }.href", endsWith("/facts/HGNC:11118/settlement"));
        journey.settle("HGNC:11118", SECOND_SAMPLE).statusCode(200).body("dossierVersion", equalTo(3));

        journey.get("/facts")
                .body("items.find { it.name == 'HGNC:11118' }.statements.standing", contains("SET_ASIDE", "CURRENT"))
                .body(
                        "items.find { it.name == 'HGNC:11118' }.settlements.reason",
                        contains("CONFIRMED_ON_SECOND_SAMPLE"));
        journey.settle("HGNC:11118", SECOND_SAMPLE).statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));

        // The wrong one was meant: what was set aside may be said again, and chosen.
        journey.get("/actions").body("items.find { it.action == 'SETTLE_FACT' }.needs.holds", contains("2002"));
        journey.settle("HGNC:11118", "{\"holds\": 2002, \"reason\": \"TRANSCRIPTION_ERROR\"}")
                .statusCode(200)
                .body("dossierVersion", equalTo(4));
        journey.addFacts(COPIES).statusCode(201).body("dossierVersion", equalTo(5));
        journey.addFacts(COPIES).statusCode(200).body("dossierVersion", equalTo(5));
    }

    @Test
    void isForTheHospitalThatSentTheReferral() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED");

        var marseille = "130804297";
        addedAs(journey, Tokens.hospital(Tokens.ANGERS)).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
        addedAs(journey, Tokens.hospital(marseille)).statusCode(403).body("code", equalTo("FORBIDDEN"));
        addedAs(journey, Tokens.hub(marseille)).statusCode(403);
        journey.settleAs(Tokens.hospital(marseille), "HGNC:11118", SECOND_SAMPLE)
                .statusCode(403);
        journey.as(Tokens.hub(marseille), "/facts").statusCode(200);
        journey.as(Tokens.hospital(Tokens.ANGERS), "/facts").statusCode(404);
        journey.settle("HGNC:404", SECOND_SAMPLE).statusCode(404).body("code", equalTo("FACT_NOT_FOUND"));
    }

    @Test
    void takesTheOfferBackWhenATitreEndsTheEligibility() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        journey.until("OFFERED");
        journey.addFacts(COPIES).statusCode(201).body("state", equalTo("OFFERED"));

        journey.hearVerdict("DEFERRED", 2, 2, "FACTS");
        awaitEvent(journey, "RoutingCancelled.v1");
        journey.hearHub("OfferWithdrawn.v1", 2);

        journey.until("DEFERRED");
        assertEquals(
                List.of("false"), texts("select reconsidering::text from referral where id = '" + journey.id() + "'"));
    }

    @Test
    void isRefusedTooLate() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.withdraw().statusCode(200);

        journey.addFacts(COPIES)
                .statusCode(409)
                .body("code", equalTo("MOVE_NOT_ALLOWED"))
                .body("actions", hasSize(0));
    }

    @Test
    void addsOnceWhenOneKeyComesManyTimesAtTheSameInstant() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        var key = UUID.randomUUID().toString();

        var answers = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> journey.addFactsAs(Tokens.hospital(Tokens.RENNES), key, COPIES)
                                .extract()
                                .statusCode()))
                .toList();

        answers.forEach(answer -> assertEquals(201, answer.join()));
        assertEquals(List.of("1", "2"), versions(journey));
        journey.addFactsAs(Tokens.hospital(Tokens.RENNES), key, "{\"reports\": [{\"id\": \"r7\"}]}")
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void keepsAllThatSeveralAddAtTheSameInstant() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);

        var answers = IntStream.range(0, 5)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> journey.addFacts("{\"reports\": [{\"id\": \"late" + n + "\"}]}")
                                .extract()
                                .statusCode()))
                .toList();

        answers.forEach(answer -> assertEquals(201, answer.join()));
        assertEquals(List.of("1", "2", "3", "4", "5", "6"), versions(journey));
        journey.read().body("dossier.genetics.reports", hasSize(6)).body("version", equalTo(6));
    }

    /** Its line of the timeline cannot be written: nothing else of it may stay. */
    @Test
    void leavesNothingBehindWhenItIsCutShort() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run("insert into timeline (referral_id, version, at, what, state, actor, role) values ('"
                    + journey.id() + "', 2, now(), 'SUBMITTED', 'ASSESSING', 'x', 'x')");
        }

        journey.addFacts(COPIES).statusCode(500);

        assertEquals(List.of("1"), versions(journey));
        assertEquals(
                List.of("0"), texts("select count(*) as n from fact_entry where referral_id = '" + journey.id() + "'"));
        journey.read().body("version", equalTo(1)).body("dossierVersion", equalTo(1));
    }

    private static ValidatableResponse addedAs(Journey journey, String token) {
        return journey.addFactsAs(token, UUID.randomUUID().toString(), COPIES);
    }

    private static void awaitEvent(Journey journey, String type) {
        await().untilAsserted(() -> assertEquals(
                List.of("1"),
                texts("select count(*) as n from outbox where type = '" + type + "' and aggregateid = '" + journey.id()
                        + "'")));
    }

    private static List<String> versions(Journey journey) throws SQLException {
        return texts("select version::text from dossier where referral_id = '" + journey.id() + "' order by version");
    }

    private static List<String> texts(String sql) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows.select(sql).stream()
                    .map(row -> row.values().iterator().next())
                    .toList();
        }
    }
}
