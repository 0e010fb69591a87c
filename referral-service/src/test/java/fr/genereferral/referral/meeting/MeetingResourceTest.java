package fr.genereferral.referral.meeting;

import static fr.genereferral.referral.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ServiceTest
class MeetingResourceTest {
    private static final String MARSEILLE = "130804297";
    private static final String NECKER = "750100208";
    private static final String WORDS = "Zzcanari va mieux que son âge";

    @Test
    void letsAHubBeLookedForWhereTheRulesHaveSaidNoAndBothRecordsStand() {
        var journey = notEligible("ONA-IV.2");
        journey.as(Tokens.coordinator(), "/actions")
                .body("items.find { it.action == 'RECORD_MEETING' }.needs.therapy", contains("ONA-IV"));
        var before = journey.get("/assessments").extract().asString();

        journey.meet(
                        Tokens.coordinator(),
                        Minutes.of("GO").overruling("ONA-IV.2").toString())
                .statusCode(201)
                .header("Location", endsWith("/v1/referrals/" + journey.id() + "/meetings"))
                .body("state", equalTo("ROUTING"))
                .body("care.decision.overrules", contains("ONA-IV.2"))
                .body("verdicts.find { it.therapy == 'ONA-IV' }.outcome", equalTo("NOT_ELIGIBLE"));

        assertEquals(before, journey.get("/assessments").extract().asString());
        String assessment = journey.get("/assessments").extract().path("items[0].id");
        journey.get("/meetings")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].judged", equalTo("NOT_ELIGIBLE"))
                .body("items[0].assessment", equalTo(assessment))
                .body("items[0].members.rpps", contains("99700218896"))
                .body("items[0].organisation", equalTo("national"));
        journey.get("/timeline")
                .body("items[-1].what", equalTo("MEETING_GO"))
                .body("items[-1].state", equalTo("ROUTING"));
    }

    @Test
    void isNotUndoneByALaterDay() throws SQLException {
        var journey = notEligible("ONA-IV.2");
        journey.meet(
                        Tokens.coordinator(),
                        Minutes.of("GO").overruling("ONA-IV.2").toString())
                .statusCode(201);

        journey.hearCriteria("NOT_ELIGIBLE", 2, 1, "TIME", "ONA-IV.2", "ONA-IV.3");
        // Two topics: whichever were heard first would be another story.
        await().untilAsserted(() -> journey.get("/timeline").body("items.what", hasItem("REASSESSED")));
        journey.hearHub("OfferMade.v1", 1);

        journey.until("OFFERED").get("/assessments").body("items", hasSize(2));
        try (var rows = Rows.asService().seeingAs("platform")) {
            assertEquals(
                    List.of(),
                    rows.select(
                            "select id from outbox where aggregateid = ? and type = 'RoutingCancelled.v1'",
                            journey.id()));
        }
    }

    @Test
    void demandsThatEveryCriterionIsNamedThatStandsAgainstAYes() {
        var journey = notEligible("ONA-IV.2", "ONA-IV.3");

        journey.meet(
                        Tokens.coordinator(),
                        Minutes.of("GO").overruling("ONA-IV.2", "ONA-IV.1").toString())
                .statusCode(422)
                .body("violations.pointer", contains("/overrules/1", "/overrules"))
                .body("violations.code", contains("VALUE_NOT_ALLOWED", "TOO_SHORT"))
                .body("violations[1].expected", equalTo("ONA-IV.2, ONA-IV.3"));
        journey.meet(
                        Tokens.coordinator(),
                        Minutes.of("GO")
                                .overruling("ONA-IV.2", "ONA-IV.3")
                                .with("therapy", "\"UPS\"")
                                .toString())
                .statusCode(422)
                .body("violations.pointer", contains("/therapy"))
                .body("violations.expected", contains("ONA-IV"));

        journey.read().body("state", equalTo("NOT_ELIGIBLE")).body("care", nullValue());
        journey.get("/meetings").body("items", hasSize(0));
    }

    @Test
    void isRecordedByTheHubInChargeAndSaysNoWithoutMovingAnything() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.as(Tokens.hub(MARSEILLE), "/actions")
                .body("items.action", hasItem("RECORD_MEETING"))
                .body("items.action", not(hasItem("BEGIN_CARE")));

        journey.meet(
                        Tokens.hub(MARSEILLE),
                        Minutes.of("NO_GO").overruling("ONA-IV.3").toString())
                .statusCode(201)
                .body("state", equalTo("ACCEPTED"))
                .body("care.decision.decision", equalTo("NO_GO"));

        journey.get("/meetings").body("items[0].judged", equalTo("ELIGIBLE"));
        journey.as(Tokens.hub(MARSEILLE), "/actions")
                .body("items.find { it.action == 'REPORT_OUTCOME' }.needs.result", contains("NOT_TREATED"));
    }

    @Test
    void keepsItsWordsFromEverybodyWhoMayNotKnowTheChild() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.meet(
                        Tokens.hub(MARSEILLE),
                        Minutes.of("GO").with("comment", "\"" + WORDS + "\"").toString())
                .statusCode(201);

        journey.get("/meetings").body("items[0].comment", equalTo(WORDS));
        journey.as(Tokens.hub(MARSEILLE), "/meetings").body("items[0].comment", equalTo(WORDS));
        journey.as(Tokens.coordinator(), "/meetings").statusCode(200).body("items[0].comment", nullValue());
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("insert into referral_access (referral_id, organisation, since, follower) values ('" + journey.id()
                    + "', '" + Tokens.ANGERS + "', now(), true)");
        }
        journey.as(Tokens.hospital(Tokens.ANGERS), "/meetings")
                .statusCode(200)
                .body("items[0].reason", notNullValue())
                .body("items[0].comment", nullValue());
        try (var rows = Rows.asService().seeingAs("platform")) {
            var sealed = rows.select(
                            "select encode(comment, 'escape') as sealed from meeting where referral_id = cast(? as"
                                    + " uuid)",
                            journey.id())
                    .get(0)
                    .get("sealed");
            assertFalse(sealed.contains("Zzcanari"), sealed);
            assertEquals(
                    List.of(),
                    rows.select(
                            "select id from outbox where aggregateid = ? and payload like '%canari%'", journey.id()));
        }
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + journey.id() + "'");
        }
        journey.get("/meetings").statusCode(200).body("items[0].comment", nullValue());
        journey.meet(
                        Tokens.hub(MARSEILLE),
                        Minutes.of("GO").with("comment", "\"" + WORDS + "\"").toString())
                .statusCode(404)
                .body("code", equalTo("IDENTITY_ERASED"));
    }

    @Test
    void isRecordedOnceForEachKey() {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        var key = UUID.randomUUID().toString();
        var hub = Tokens.hub(MARSEILLE);
        var minutes = Minutes.of("GO").with("comment", "\"" + WORDS + "\"").toString();

        var first = journey.meet(hub, key, minutes).statusCode(201).extract().header("ETag");
        journey.meet(hub, key, minutes).statusCode(201).header("ETag", equalTo(first));
        journey.meet(hub, key, Minutes.of("NO_GO").toString())
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        journey.meet(hub, "", minutes).statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));

        journey.get("/meetings").body("items", hasSize(1));
    }

    @Test
    void isRecordedOnceWhenTheSameRequestComesAtTheSameInstant() throws Exception {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        var key = UUID.randomUUID().toString();
        Callable<Integer> twice =
                () -> journey.meet(Tokens.hub(MARSEILLE), key, Minutes.of("GO").toString())
                        .extract()
                        .statusCode();
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (var answer : threads.invokeAll(List.of(twice, twice))) {
                assertEquals(201, answer.get());
            }
        } finally {
            threads.shutdown();
        }

        journey.get("/meetings").body("items", hasSize(1));
    }

    @Test
    void isNotForAnybodyElseNorAtAnotherTime() {
        var journey = Journey.begun(Tokens.RENNES);
        var go = Minutes.of("GO").toString();
        journey.meet(Tokens.coordinator(), go).statusCode(409);
        journey.meet(Tokens.hub(MARSEILLE), go).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
        journey.meet(
                        Tokens.hub(MARSEILLE),
                        Minutes.of("GO").with("comment", "\"x\"").toString())
                .statusCode(404)
                .body("code", equalTo("REFERRAL_NOT_FOUND"));
        journey.accepted();

        journey.meet(Tokens.coordinator(), go).statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        journey.meet(Tokens.hub(NECKER), go).statusCode(404);
        journey.meet(Tokens.hub(Tokens.RENNES), go).statusCode(403);
        journey.meet(Tokens.hospital(Tokens.RENNES), go).statusCode(403);
        journey.as(Tokens.hub(NECKER), "/meetings").statusCode(404);
        journey.withdraw("DECEASED").statusCode(202);
        journey.meet(Tokens.hub(MARSEILLE), go).statusCode(409).body("actions", contains("ANSWER_CANCELLATION"));
    }

    @Test
    void saysWhereItDiffersFromAYesOfTheRules() {
        var journey = Journey.begun(Tokens.RENNES).accepted();

        journey.meet(Tokens.hub(MARSEILLE), Minutes.of("NO_GO").toString())
                .statusCode(422)
                .body("violations.pointer", contains("/overrules"))
                .body("violations.code", contains("TOO_SHORT"));

        journey.get("/meetings").body("items", hasSize(0));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Minutes.of("GO").without("heldOn"), "/heldOn", "FIELD_MISSING"),
                Arguments.of(Minutes.of("GO").with("heldOn", "\"2999-01-01\""), "/heldOn", "DATE_IN_FUTURE"),
                Arguments.of(Minutes.of("GO").with("organiser", "\"Necker\""), "/organiser", "WRONG_FORMAT"),
                Arguments.of(Minutes.of("GO").with("members", "[]"), "/members", "TOO_SHORT"),
                Arguments.of(
                        Minutes.of("GO").with("members", "[{\"function\": \"CLOWN\", \"rpps\": \"99700218896\"}]"),
                        "/members/0/function",
                        "VALUE_NOT_ALLOWED"),
                Arguments.of(
                        Minutes.of("GO").with("members", "[{\"function\": \"GENETICIST\", \"rpps\": \"99700218897\"}]"),
                        "/members/0/rpps",
                        "WRONG_CHECK_DIGIT"),
                Arguments.of(Minutes.of("GO").with("quorum", "false"), "/decision", "VALUE_NOT_ALLOWED"),
                Arguments.of(Minutes.of("PERHAPS"), "/decision", "VALUE_NOT_ALLOWED"),
                Arguments.of(Minutes.of("GO").with("reason", "\"BORED\""), "/reason", "VALUE_NOT_ALLOWED"),
                Arguments.of(Minutes.of("POSTPONED").overruling("ONA-IV.2"), "/overrules", "TOO_LONG"),
                Arguments.of(Minutes.of("GO").with("comment", "\"a\\nb\""), "/comment", "WRONG_FORMAT"),
                Arguments.of(Minutes.of("GO").with("patient", "\"Zoé\""), "/patient", "FIELD_UNKNOWN"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrong(Minutes minutes, String pointer, String code) {
        Journey.of("00000000-0000-7000-8000-000000000000", Tokens.RENNES)
                .meet(Tokens.hub(MARSEILLE), minutes.toString())
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code))
                .body("violations.detail", contains(notNullValue()));
    }

    private static Journey notEligible(String... failing) {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearCriteria("NOT_ELIGIBLE", 1, 1, "SUBMITTED", failing);
        return journey.until("NOT_ELIGIBLE");
    }
}
