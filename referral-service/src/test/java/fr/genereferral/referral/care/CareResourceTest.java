package fr.genereferral.referral.care;

import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Today;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.meeting.Minutes;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class CareResourceTest {
    private static final String MARSEILLE = "130804297";
    private static final String HUB = Tokens.hub(MARSEILLE);

    private static String begun() {
        return "{\"on\": \"%s\"}".formatted(Today.inParis());
    }

    private static String treated() {
        return "{\"result\": \"TREATED\", \"on\": \"%s\", \"therapy\": \"ONA-IV\"}".formatted(Today.inParis());
    }

    private static String notTreated() {
        return "{\"result\": \"NOT_TREATED\", \"on\": \"%s\", \"reason\": \"MEETING_NO_GO\"}"
                .formatted(Today.inParis());
    }

    @Test
    void beginsAndEndsAndIsReadByTheHospitalAndTheHubAfterwards() throws SQLException {
        var journey = decided("GO");

        journey.move(HUB, "care", begun())
                .statusCode(200)
                .body("state", equalTo("IN_CARE"))
                .body("care.startedOn", equalTo(Today.inParis().toString()));
        journey.as(HUB, "/actions").body("items.action", hasItem("REPORT_OUTCOME"));
        journey.move(HUB, "outcome", treated())
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("care.outcome.result", equalTo("TREATED"))
                .body("care.outcome.therapy", equalTo("ONA-IV"));

        journey.read().body("state", equalTo("COMPLETED"));
        journey.as(HUB, "").statusCode(200);
        journey.get("/timeline").body("items.what", hasItems("MEETING_GO", "CARE_BEGUN", "OUTCOME_TREATED"));
        journey.get("/actions").body("items.action", not(hasItem("WITHDRAW")));
        journey.as(HUB, "/actions").body("items.action", not(hasItem("REPORT_OUTCOME")));
        try (var rows = Rows.asService().seeingAs("platform")) {
            var closed = rows.select(
                            "select payload from outbox where aggregateid = ? and type = 'ReferralClosed.v1'",
                            journey.id())
                    .get(0)
                    .get("payload");
            assertEquals(true, closed.contains("\"outcome\":\"TREATED\""), closed);
        }
    }

    @Test
    void needsAMeetingThatHasSaidYes() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.move(HUB, "care", begun())
                .statusCode(409)
                .body("actions", contains("RECORD_MEETING", "REPORT_OUTCOME"));
        journey.as(HUB, "/actions")
                .body(
                        "items.find { it.action == 'REPORT_OUTCOME' }.needs.reason",
                        both(hasItem("DECEASED")).and(not(hasItem("MEETING_NO_GO"))));

        journey.meet(HUB, Minutes.of("POSTPONED").with("quorum", "false").toString())
                .statusCode(201);
        journey.move(HUB, "care", begun()).statusCode(409);
        journey.meet(HUB, Minutes.of("NO_GO").overruling("ONA-IV.3").toString()).statusCode(201);
        journey.move(HUB, "care", begun())
                .statusCode(409)
                .body("actions", contains("RECORD_MEETING", "REPORT_OUTCOME"));
        journey.meet(HUB, Minutes.of("GO").toString()).statusCode(201);
        journey.move(HUB, "care", begun()).statusCode(200);
    }

    @Test
    void endsWithoutCareWhereTheMeetingHasSaidNo() {
        var journey = decided("NO_GO");
        journey.move(HUB, "outcome", treated()).statusCode(409);

        journey.move(HUB, "outcome", notTreated())
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("care.outcome.reason", equalTo("MEETING_NO_GO"));

        journey.get("/timeline").body("items.what", hasItems("MEETING_NO_GO", "CARE_NOT_BEGUN", "OUTCOME_NOT_TREATED"));
    }

    @Test
    void endsWithoutAMeetingWhereTheChildHasDied() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.move(HUB, "outcome", notTreated())
                .statusCode(422)
                .body("violations.pointer", contains("/reason"))
                .body("violations.code", contains("VALUE_NOT_ALLOWED"));

        journey.move(HUB, "outcome", notTreated().replace("MEETING_NO_GO", "DECEASED"))
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("care.outcome.reason", equalTo("DECEASED"));

        journey.get("/timeline").body("items.what", hasItems("CARE_NOT_BEGUN", "OUTCOME_NOT_TREATED"));
    }

    @Test
    void isReportedOnceAtTheSameInstantAndNotWhileAStopIsAskedFor() throws Exception {
        var journey = decided("GO");
        journey.move(HUB, "outcome", treated()).statusCode(409);
        journey.move(HUB, "care", begun()).statusCode(200);
        journey.withdraw("CONSENT_WITHDRAWN").statusCode(202);
        journey.move(HUB, "outcome", treated()).statusCode(409).body("actions", contains("ANSWER_CANCELLATION"));
        journey.move(HUB, "cancellation", "{\"decision\": \"REFUSED\", \"reason\": \"ALREADY_ADMINISTERED\"}")
                .statusCode(200)
                .body("state", equalTo("IN_CARE"));
        Callable<Integer> report =
                () -> journey.move(HUB, "outcome", treated()).extract().statusCode();
        var threads = Executors.newFixedThreadPool(2);
        try {
            var statuses = threads.invokeAll(List.of(report, report)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();

            assertEquals(List.of(200, 409), statuses);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void isNotForAnybodyElse() {
        var journey = decided("GO");

        journey.move(Tokens.hub("750100208"), "care", begun()).statusCode(404);
        journey.move(Tokens.hub(Tokens.RENNES), "care", begun()).statusCode(403);
        journey.move(Tokens.hospital(Tokens.RENNES), "care", begun()).statusCode(403);
        journey.move(Tokens.coordinator(), "outcome", treated()).statusCode(403);
        journey.read().body("state", equalTo("ACCEPTED"));
    }

    @Test
    void beginsNotBeforeTheMeetingAndEndsNotBeforeItBegan() {
        var journey = decided("GO");
        journey.move(HUB, "care", "{\"on\": \"%s\"}".formatted(Today.inParis().minusDays(2)))
                .statusCode(422)
                .body("violations.code", contains("DATE_TOO_EARLY"))
                .body(
                        "violations.expected",
                        contains(Today.inParis().minusDays(1).toString()));
        journey.move(HUB, "care", begun()).statusCode(200);

        journey.move(
                        HUB,
                        "outcome",
                        treated()
                                .replace(
                                        Today.inParis().toString(),
                                        Today.inParis().minusDays(1).toString()))
                .statusCode(422)
                .body("violations.code", contains("DATE_TOO_EARLY"));
        journey.move(HUB, "outcome", treated().replace("ONA-IV", "UPS"))
                .statusCode(422)
                .body("violations.expected", contains("ONA-IV"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "care; {}; /on; FIELD_MISSING",
                "care; {\"on\": \"2999-01-01\"}; /on; DATE_IN_FUTURE",
                "care; {\"on\": \"tomorrow\"}; /on; WRONG_FORMAT",
                "outcome; {\"on\": \"2026-01-01\"}; /result; FIELD_MISSING",
                "outcome; {\"result\": \"CURED\", \"on\": \"2026-01-01\"}; /result; VALUE_NOT_ALLOWED",
                "outcome; {\"result\": \"TREATED\", \"on\": \"2026-01-01\"}; /therapy; FIELD_MISSING",
                "outcome; {\"result\": \"NOT_TREATED\", \"on\": \"2026-01-01\"}; /reason; FIELD_MISSING",
                "outcome; {\"result\": \"NOT_TREATED\", \"on\": \"2026-01-01\", \"reason\": \"BORED\"}; /reason; VALUE_NOT_ALLOWED",
                "outcome; {\"result\": \"NOT_TREATED\", \"on\": \"2026-01-01\", \"reason\": \"OTHER\", \"therapy\": \"UPS\"}; /therapy; FIELD_UNKNOWN"
            })
    void saysWhatIsWrong(String move, String body, String pointer, String code) {
        Journey.of("00000000-0000-7000-8000-000000000000", Tokens.RENNES)
                .move(HUB, move, body)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    private static Journey decided(String decision) {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        var minutes = Minutes.of(decision);
        journey.meet(HUB, (decision.equals("GO") ? minutes : minutes.overruling("ONA-IV.3")).toString())
                .statusCode(201);
        return journey;
    }
}
