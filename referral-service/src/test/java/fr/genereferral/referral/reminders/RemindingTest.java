package fr.genereferral.referral.reminders;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each is told once, by the database's clock, as long as the hospital has not answered. The clock is off in tests. */
@ServiceTest
class RemindingTest {
    private static final String HUB = "130804297";
    private static final String WEIGHT =
            "{\"facts\": [{\"code\": \"body-weight\", \"state\": \"present\", \"value\": 6.1, \"unit\": \"kg\","
                    + " \"date\": \"2026-11-22\", \"source\": \"clinician\"}]}";
    private static final String TODAY_IN_PARIS = "cast(clock_timestamp() at time zone 'Europe/Paris' as date)";
    private static final String ASKED = "{\"fact\": \"albumin\", \"withinHours\": 10}";

    @Inject
    Reminding reminding;

    @Test
    void tellsOfMissingFactsAfterHalfOfTheTimeHoweverManyInstancesLook() throws Exception {
        var child = Waiting.forFacts(Tokens.RENNES);
        Waiting.atOnce(this::look, this::look, this::look, this::look);
        child.journey().get("/questions").body("reminders", empty());
        assertEquals(List.of("FACTS SCHEDULED 0", "FACTS SCHEDULED 0"), child.states());

        child.earlier("37 hours");
        Waiting.atOnce(this::look, this::look, this::look, this::look);
        look();

        assertEquals(List.of("FACTS WAITING 0", "FACTS SCHEDULED 0"), child.states());
        child.journey()
                .get("/questions")
                .body("reminders.kind", contains("FACTS"))
                .body("reminders[0].question", nullValue())
                .body("reminders[0].toldAt", notNullValue())
                .body("reminders[0].mail", equalTo("WAITING"));
        var due = Instant.parse(child.journey().get("/questions").extract().path("reminders[0].dueAt"));
        var left = Duration.between(Instant.now(), due).toMinutes();
        assertTrue(left > 71 * 60 && left <= 72 * 60, "72 hours as for a question that is not pressing: " + left);
        child.journey().get("/questions").body("items.dueAt", everyItem(equalTo(due.toString())));
    }

    /** A release that sets no limit has let the referral wait: what the hospital reads is what it will be reminded of. */
    @Test
    void setsTheLimitOfAWaitThatHasNone() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        String set = child.journey().get("/questions").extract().path("items[0].dueAt");
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set facts_due_at = null where id = '"
                    + child.journey().id() + "'");
        }
        child.journey().get("/questions").body("items.dueAt", everyItem(nullValue()));

        look();

        child.journey().get("/questions").body("items.dueAt", everyItem(equalTo(set)));
        child.earlier("100 days");
        look();
        child.journey().get("/questions").body("reminders.dueAt", contains(set));
    }

    /** It began before any day for which one is set: what is unknown stays so, and the others do not wait for it. */
    @Test
    void tellsNothingOfAWaitOfWhichNoLimitIsKnown() throws SQLException {
        var old = Waiting.forFacts(Tokens.RENNES);
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set facts_due_at = null where id = '"
                    + old.journey().id() + "'");
            rows.run("update timeline set at = at - interval '3 years' where referral_id = '"
                    + old.journey().id() + "'");
        }
        var other = Waiting.forFacts(Tokens.RENNES);

        look();

        assertEquals(List.of(), old.states());
        assertEquals(List.of("FACTS SCHEDULED 0", "FACTS SCHEDULED 0"), other.states());
        old.journey().get("/questions").body("items.dueAt", everyItem(nullValue()));
    }

    /** Until half of that time has gone by it tells of nothing, and after it: by one limit, whatever the day's limits say. */
    @Test
    void goesByTheLimitThatTheReferralHas() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set facts_due_at = facts_due_at - interval '62 hours' where id = '"
                    + child.journey().id() + "'");
        }
        String set = child.journey().get("/questions").extract().path("items[0].dueAt");
        look();

        child.earlier("6 hours");
        look();

        assertEquals(List.of("FACTS WAITING 0", "FACTS SCHEDULED 0"), child.states());
        child.journey().get("/questions").body("reminders.dueAt", contains(set));
    }

    @Test
    void tellsOnceOfAllThatIsOverdueAtOnce() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        look();

        child.earlier("100 days");
        look();
        look();

        assertEquals(List.of("FACTS SKIPPED OVERTAKEN 0", "FACTS WAITING 0"), child.states());
        child.journey().get("/questions").body("reminders.kind", contains("FACTS"));
    }

    @Test
    void tellsNothingAnyMoreOnceFactsHaveComeAndBeginsAnewWhereTheyDoNotSuffice() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        look();
        child.journey().addFacts(WEIGHT).statusCode(201);

        child.earlier("100 days");
        look();

        assertEquals(List.of("FACTS SKIPPED OVER 0", "FACTS SKIPPED OVER 0"), child.states());
        child.journey().get("/questions").body("reminders", empty());

        child.journey().hearVerdict("NEEDS_INFO", 2, 2, "FACTS");
        child.journey().until("AWAITING_INFORMATION");
        look();
        assertEquals(4, child.states().size());
    }

    /** New rules, say, ask something else of the same dossier. */
    @Test
    void tellsOfTheLatestWaitAloneWhereOneBeginsAgainForTheSameDossier() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        look();
        child.journey().hearVerdict("DEFERRED", 2, 1, "RULES");
        child.journey().until("DEFERRED").hearVerdict("NEEDS_INFO", 3, 1, "RULES");
        child.journey().until("AWAITING_INFORMATION");
        look();

        child.earlier("100 days");
        look();

        assertEquals(
                List.of(
                        "FACTS SKIPPED OVERTAKEN 0",
                        "FACTS SKIPPED OVERTAKEN 0",
                        "FACTS SKIPPED OVERTAKEN 0",
                        "FACTS WAITING 0"),
                child.states());
    }

    @Test
    void tellsTheHospitalOfAnOpenQuestionAndNoHub() throws SQLException {
        var child = new Waiting(Journey.begun(Tokens.RENNES).offered());
        String question = child.journey()
                .ask(Tokens.hub(HUB), ASKED)
                .statusCode(201)
                .extract()
                .path("id");
        look();

        child.earlier("6 hours");
        look();

        child.journey()
                .get("/questions")
                .body("reminders.kind", contains("QUESTION"))
                .body("reminders.question", contains(question))
                .body(
                        "reminders[0].dueAt",
                        equalTo(child.journey().get("/questions").extract().path("asked[0].dueAt")));
        child.journey().as(Tokens.coordinator(), "/questions").body("reminders.question", contains(question));
        child.journey().as(Tokens.hub(HUB), "/questions").statusCode(200).body("reminders", empty());

        child.journey()
                .say(
                        Tokens.hospital(Tokens.RENNES),
                        "/" + question + "/answer",
                        "key-" + question,
                        "{\"text\": \"3\"}");
        child.earlier("100 days");
        look();
        assertEquals(List.of("QUESTION WAITING 0", "QUESTION SKIPPED OVER 0"), child.states());
    }

    @Test
    void tellsNothingOfWhatHasEnded() throws SQLException {
        var child = new Waiting(Journey.begun(Tokens.RENNES).offered());
        child.journey().ask(Tokens.hub(HUB), ASKED).statusCode(201);
        look();
        child.journey().hearHub("OfferDeclined.v1", 2);
        child.journey().until("ROUTING");

        child.earlier("100 days");
        look();

        assertEquals(List.of("QUESTION SKIPPED OVER 0", "QUESTION SKIPPED OVER 0"), child.states());
    }

    /** Somebody is changing the referral this moment: whether it still waits is known when that is done, and not before. */
    @Test
    void letsAnAnswerGoFirstThatComesAtTheSameInstant() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        look();
        child.earlier("37 hours");

        try (var answering = Rows.asSuperuser("referral")) {
            answering.run("begin");
            answering.run("update referral set dossier_version = dossier_version + 1 where id = '"
                    + child.journey().id() + "'");
            look();
            assertEquals(List.of("FACTS SCHEDULED 0", "FACTS SCHEDULED 0"), child.states());
            answering.run("commit");
        }
        look();

        assertEquals("FACTS SKIPPED OVER 0", child.states().get(0));
    }

    /** Many times: whoever comes first, it is told once or not at all, and the answer is taken. */
    @Test
    void isToldOnceAtMostBesideAnAnswer() throws Exception {
        for (var i = 0; i < 3; i++) {
            var child = Waiting.forFacts(Tokens.RENNES);
            look();
            child.earlier("37 hours");

            Waiting.atOnce(this::look, () -> child.journey().addFacts(WEIGHT).statusCode(201), this::look);
            look();

            var first = child.states().get(0);
            assertTrue(List.of("FACTS WAITING 0", "FACTS SKIPPED OVER 0").contains(first), first);
        }
    }

    /** At eight in the morning the rules may not have judged yet whether anything is missing. */
    @Test
    void tellsThatADeferralHasEndedOnceItHas() throws SQLException {
        var child = deferred().deferredUntil(TODAY_IN_PARIS);
        look();
        child.earlier("1 day");
        look();
        assertEquals(List.of("DEFERRAL SCHEDULED 0"), child.states());
        child.journey().get("/questions").body("reminders", empty());
        String day = child.journey().read().extract().path("deferredUntil");

        child.journey().hearVerdict("NEEDS_INFO", 2, 1, "RULES");
        child.journey().until("AWAITING_INFORMATION");
        look();

        var ended = LocalDate.parse(day).atStartOfDay(ZoneId.of("Europe/Paris")).toInstant();
        child.journey()
                .get("/questions")
                .body("reminders.kind", contains("DEFERRAL"))
                .body("reminders.dueAt", contains(ended.toString()));
        assertEquals(
                List.of("DEFERRAL WAITING 0", "FACTS SCHEDULED 0"),
                child.states(),
                "what is missing was told: it is told again when the time is over, and not after half of it");
    }

    @Test
    void tellsNothingOfADayOnWhichADeferralDoesNotEnd() throws SQLException {
        var child = deferred();
        var day = LocalDate.parse(child.journey().read().extract().path("deferredUntil"));
        look();
        child.journey().hearDeferred(day.plusDays(12), 2);
        look();
        assertEquals(List.of("DEFERRAL SKIPPED OVERTAKEN 0", "DEFERRAL SCHEDULED 0"), child.states());
        child.journey().hearDeferred(day.plusDays(1), 3).hearDeferred(day.plusDays(12), 4);
        look();
        assertEquals(List.of("DEFERRAL SKIPPED OVERTAKEN 0", "DEFERRAL SCHEDULED 0"), child.states());

        child.journey().hearDeferred(day, 5);
        look();
        child.earlier("29 days");
        look();

        assertEquals(List.of("DEFERRAL SCHEDULED 0", "DEFERRAL SKIPPED OVERTAKEN 0"), child.states());
    }

    /** New rules, say, find before its day that something is missing. */
    @Test
    void tellsOfWhatIsMissingAloneWhereADeferralHasEndedBeforeItsDay() throws SQLException {
        var child = deferred();
        look();
        child.journey().hearVerdict("NEEDS_INFO", 2, 1, "RULES");
        child.journey().until("AWAITING_INFORMATION");
        look();

        child.earlier("100 days");
        look();

        assertEquals(
                List.of("DEFERRAL SKIPPED OVERTAKEN 0", "FACTS SKIPPED OVERTAKEN 0", "FACTS WAITING 0"),
                child.states());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28, 2027-03-28T06:00:00Z",
        "2027-07-01, 2027-07-01T06:00:00Z",
        "2027-10-31, 2027-10-31T07:00:00Z"
    })
    void tellsAtEightOfTheClockInParisAlsoWhereItIsPutForwardOrBack(String day, Instant at) throws SQLException {
        var child = deferred().deferredUntil("'" + day + "'");

        look();

        assertEquals(at, at(child));
    }

    private static Waiting deferred() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearVerdict("DEFERRED");
        return new Waiting(journey.until("DEFERRED"));
    }

    /** One that an instance has worked on for long, say. */
    @Test
    void letsNoStalePlanTakeThePlaceOfANewerOne() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        look();
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("insert into reminder (referral_id, kind, about, fraction, due_at, dossier_version, at)"
                    + " select referral_id, kind, '0', fraction, due_at, dossier_version, at from reminder"
                    + " where fraction = 1 and referral_id = '"
                    + child.journey().id() + "'");
        }

        child.earlier("100 days");
        look();

        assertEquals(
                List.of("FACTS SKIPPED OVERTAKEN 0", "FACTS WAITING 0", "FACTS SKIPPED OVERTAKEN 0"), child.states());
    }

    private static Instant at(Waiting child) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            var at = rows.select(
                            "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as at from reminder"
                                    + " where state = 'SCHEDULED' and referral_id::text = ?",
                            child.journey().id())
                    .get(0)
                    .get("at");
            return Instant.parse(at);
        }
    }

    /** Whatever the code does. */
    @Test
    void isWrittenDownOnceByTheDatabaseTooAndByThePlatformAlone() throws SQLException {
        var child = Waiting.forFacts(Tokens.RENNES);
        look();
        var again = "insert into reminder (referral_id, kind, about, fraction, due_at, dossier_version, at)"
                + " select referral_id, kind, about, fraction, due_at, dossier_version, at from reminder where referral_id = '"
                + child.journey().id() + "'";

        try (var platform = Rows.asService().seeingAs("platform");
                var hospital = Rows.asService().seeingAs(Tokens.RENNES);
                var other = Rows.asService().seeingAs(Tokens.ANGERS)) {
            assertThrows(SQLException.class, () -> platform.run(again));
            assertThrows(
                    SQLException.class,
                    () -> hospital.run(again.replace("'FACTS'", "'X'").replace("about,", "about || 'x',")));
            assertEquals(
                    2,
                    hospital.select(
                                    "select from reminder where referral_id::text = ?",
                                    child.journey().id())
                            .size());
            assertEquals(
                    0,
                    other.select(
                                    "select from reminder where referral_id::text = ?",
                                    child.journey().id())
                            .size());
        }
    }

    private void look() {
        Waiting.done(() -> reminding.plan().chain(reminding::tell));
    }
}
