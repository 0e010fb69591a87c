package fr.genereferral.referral.withdrawal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class CancellationResourceTest {
    private static final String MARSEILLE = "130804297";
    private static final String NECKER = "750100208";
    private static final String CONFIRMED = "{\"decision\": \"CONFIRMED\"}";
    private static final String ORDERED = "{\"decision\": \"REFUSED\", \"reason\": \"PRODUCT_ORDERED\"}";

    @Test
    void endsTheReferralAndKeepsTheTrace() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.withdraw("CONSENT_WITHDRAWN").statusCode(202).body("state", equalTo("CANCEL_REQUESTED"));
        journey.as(Tokens.hub(MARSEILLE), "/actions")
                .body("items.action", hasItem("ANSWER_CANCELLATION"))
                .body("items.find { it.action == 'ANSWER_CANCELLATION' }.needs.decision", contains("CONFIRMED"))
                .body("items.find { it.action == 'ANSWER_CANCELLATION' }.needs.reason", nullValue());

        answer(journey, MARSEILLE, CONFIRMED).statusCode(200).body("state", equalTo("CANCELLED"));

        journey.read().body("state", equalTo("CANCELLED")).body("withdrawalReason", equalTo("CONSENT_WITHDRAWN"));
        journey.get("/timeline")
                .body("items[-1].what", equalTo("WITHDRAWN"))
                .body("items[-1].by.role", equalTo("hub_clinician"));
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(404);
        answer(journey, MARSEILLE, CONFIRMED).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
        journey.get("/actions").body("items.action", not(hasItem("WITHDRAW")));
        try (var rows = Rows.asService().seeingAs("platform")) {
            assertEquals(
                    List.of(Map.of("type", "ReferralClosed.v1", "last", "t")),
                    rows.select(
                            "select type, sequence = (select version from referral where id = cast(? as uuid)) as last"
                                    + " from outbox where aggregateid = ? order by sequence desc limit 1",
                            journey.id(),
                            journey.id()));
        }
    }

    @Test
    void goesOnWhenTheHubHasOrderedTheProductAndTellsTheHospital() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.withdraw("FAMILY_DECISION").statusCode(202);

        answer(journey, MARSEILLE, ORDERED).statusCode(200).body("state", equalTo("ACCEPTED"));

        journey.read().body("state", equalTo("ACCEPTED")).body("withdrawalReason", nullValue());
        journey.get("/timeline")
                .body("items[-1].what", equalTo("CANCELLATION_REFUSED"))
                .body("items[-1].reason", equalTo("PRODUCT_ORDERED"))
                .body("items[-1].hub.id", equalTo(MARSEILLE));
        journey.get("/actions").body("items.action", hasItem("WITHDRAW"));
        answer(journey, MARSEILLE, CONFIRMED).statusCode(409);
    }

    @Test
    void needsAConsentThatHolds() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.withdraw("CONSENT_WITHDRAWN").statusCode(202);

        answer(journey, MARSEILLE, ORDERED)
                .statusCode(422)
                .body("violations.pointer", contains("/decision"))
                .body("violations.expected", contains("CONFIRMED"));

        journey.read().body("state", equalTo("CANCEL_REQUESTED"));
    }

    @Test
    void cannotBeRefusedForAnOrderWhenTheChildHasDiedMeanwhile() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.withdraw("FAMILY_DECISION").statusCode(202);
        journey.get("/actions")
                .body(
                        "items.find { it.action == 'WITHDRAW' }.needs.reason",
                        containsInAnyOrder("CONSENT_WITHDRAWN", "DECEASED"));

        journey.withdraw("CARE_ELSEWHERE").statusCode(409).body("actions", contains("CORRECT_IDENTITY", "WITHDRAW"));
        journey.withdraw("DECEASED").statusCode(202).body("withdrawalReason", equalTo("DECEASED"));

        answer(journey, MARSEILLE, ORDERED)
                .statusCode(422)
                .body("violations.expected", contains("ALREADY_ADMINISTERED, OTHER"));
        journey.get("/actions").body("items.action", not(hasItem("WITHDRAW")));
    }

    @Test
    void isConfirmedByTheCoordinatorWhereTheHubKeepsSilent() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.move(Tokens.coordinator(), "cancellation", CONFIRMED).statusCode(409);
        journey.withdraw("FAMILY_DECISION").statusCode(202);
        journey.as(Tokens.coordinator(), "/actions")
                .body("items.find { it.action == 'ANSWER_CANCELLATION' }.needs.decision", contains("CONFIRMED"));
        journey.move(Tokens.coordinator(), "cancellation", ORDERED)
                .statusCode(422)
                .body("violations.pointer", contains("/decision"));

        journey.move(Tokens.coordinator(), "cancellation", CONFIRMED)
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        journey.get("/timeline").body("items[-1].by.role", equalTo("coordinator"));
        journey.as(Tokens.hub(MARSEILLE), "").statusCode(404);
        journey.move(Tokens.coordinator(), "cancellation", CONFIRMED).statusCode(409);
    }

    @Test
    void isNotForAnybodyElse() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        answer(journey, MARSEILLE, CONFIRMED).statusCode(409).body("actions", not(hasItem("ANSWER_CANCELLATION")));
        journey.withdraw("DECEASED").statusCode(202);

        answer(journey, NECKER, CONFIRMED).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
        answer(journey, Tokens.RENNES, CONFIRMED).statusCode(403).body("code", equalTo("FORBIDDEN"));
        journey.move(Tokens.hospital(Tokens.RENNES), "cancellation", CONFIRMED).statusCode(403);
        journey.read().body("state", equalTo("CANCEL_REQUESTED"));
    }

    @Test
    void isDecidedOnceAtTheSameInstant() throws Exception {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.withdraw("FAMILY_DECISION").statusCode(202);
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> yes =
                    () -> answer(journey, MARSEILLE, CONFIRMED).extract().statusCode();
            Callable<Integer> no =
                    () -> answer(journey, MARSEILLE, ORDERED).extract().statusCode();
            var statuses = threads.invokeAll(List.of(yes, no, yes, no)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();

            assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
            assertOneEnd(journey, statuses);
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Who comes after a no has nothing to answer; who comes after a yes sees the child no more, or, having waited for it,
     * that there is nothing to answer.
     */
    private static void assertOneEnd(Journey journey, List<Integer> statuses) throws SQLException {
        var confirmed = statuses.indexOf(200) % 2 == 0;
        var late = confirmed ? Set.of(404, 409) : Set.of(409);
        assertEquals(3, statuses.stream().filter(late::contains).count(), statuses::toString);
        journey.read().body("state", equalTo(confirmed ? "CANCELLED" : "ACCEPTED"));
        try (var rows = Rows.asService().seeingAs("platform")) {
            var closed = rows.select(
                    "select id from outbox where aggregateid = ? and type = 'ReferralClosed.v1'", journey.id());
            assertEquals(confirmed ? 1 : 0, closed.size());
        }
    }

    @Test
    void isNeededNoMoreForWhatShouldNeverHaveBeenThere() {
        var journey = Journey.begun(Tokens.RENNES).accepted();

        journey.withdraw("ENTERED_IN_ERROR").statusCode(200).body("state", equalTo("ENTERED_IN_ERROR"));

        journey.as(Tokens.hub(MARSEILLE), "").statusCode(404);
        journey.get("/timeline").body("items.what", hasItems("OFFER_ACCEPTED", "ENTERED_IN_ERROR"));
        journey.withdraw("ENTERED_IN_ERROR").statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /decision; FIELD_MISSING",
                "[]; ''; WRONG_TYPE",
                "{\"decision\": \"MAYBE\"}; /decision; VALUE_NOT_ALLOWED",
                "{\"decision\": \"REFUSED\"}; /reason; FIELD_MISSING",
                "{\"decision\": \"REFUSED\", \"reason\": \"BORED\"}; /reason; VALUE_NOT_ALLOWED",
                "{\"decision\": \"CONFIRMED\", \"reason\": \"OTHER\"}; /reason; FIELD_UNKNOWN",
                "{\"decision\": \"CONFIRMED\", \"who\": 1}; /who; FIELD_UNKNOWN"
            })
    void saysWhatIsWrongWithTheAnswer(String body, String pointer, String code) {
        answer(Journey.of("00000000-0000-7000-8000-000000000000", Tokens.RENNES), MARSEILLE, body)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    private static ValidatableResponse answer(Journey journey, String hub, String body) {
        return journey.move(Tokens.hub(hub), "cancellation", body);
    }
}
