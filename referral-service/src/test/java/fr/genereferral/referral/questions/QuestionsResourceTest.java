package fr.genereferral.referral.questions;

import static fr.genereferral.referral.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class QuestionsResourceTest {
    private static final String ANSWER = """
            {"facts": [{"code": "previous-sma-gene-therapy", "state": "absent", "date": "2026-11-22",
                        "source": "clinician"}]}""";

    @Test
    void asksExactlyWhatTheJudgementHangsOnUntilItIsAnswered() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.get("/questions").body("items", hasSize(0));
        journey.hear(
                "eligibility.events",
                "ReferralAssessed.v1",
                1,
                journey.example("eligibility-service", "ReferralAssessed.v1"));
        journey.until("AWAITING_INFORMATION");

        journey.get("/questions")
                .body("state", equalTo("AWAITING_INFORMATION"))
                .body("items", hasSize(9))
                .body("items.code", hasItems("albumin", "previous-sma-gene-therapy"))
                .body("items.find { it.code == 'albumin' }.suppliedBy", equalTo("laboratory"))
                .body("items.find { it.code == 'albumin' }.label.fr", equalTo("Albumine"))
                .body("items.find { it.code == 'albumin' }.askedBy.criterion", contains("ONA-IV.7"))
                .body("items.find { it.code == 'albumin' }.answeredBy", equalTo("ADD_FACTS"));
        assertEquals(Duration.ofHours(72), timeToAnswer(journey));
        assertEquals(1, until(journey).size(), "all of it until the same instant");
        journey.addFacts(ANSWER).statusCode(201);

        journey.get("/questions").body("state", equalTo("ASSESSING")).body("items", hasSize(0));
        journey.hearVerdict("ELIGIBLE", 2, 2, "FACTS");
        journey.until("ROUTING");
    }

    @Test
    void asksWhatAHubFoundInsufficientUntilItIsAnswered() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        var declined = journey.example("hub-directory-service", "OfferDeclined.v1");
        declined.put("reason", "DATA_INSUFFICIENT").put("follows", "HOSPITAL");
        journey.hear("hub.events", "OfferDeclined.v1", 2, declined);

        journey.until("AWAITING_INFORMATION");

        journey.get("/questions").body("items.find { it.kind == 'dossier' }.askedBy.hub", contains("130804297"));
        assertEquals(Duration.ofHours(72), timeToAnswer(journey));
        journey.as(Tokens.hub("130804297"), "/questions").statusCode(404);
        journey.addFacts(ANSWER).statusCode(201);
        journey.hearVerdict("NEEDS_INFO", 2, 2, "FACTS");
        journey.until("AWAITING_INFORMATION");

        journey.get("/questions").body("items.findAll { it.kind == 'dossier' }", hasSize(0));
    }

    /** Another judgement of the same dossier is no answer: the time to answer runs on. */
    @Test
    void givesNoMoreTimeWhereTheRulesAskForTheSameOnceMore() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearVerdict("NEEDS_INFO");
        journey.until("AWAITING_INFORMATION");
        var first = until(journey);

        journey.hearVerdict("NEEDS_INFO", 2, 1, "RULES");
        await().untilAsserted(() -> journey.get("/timeline").body("items.what", hasItem("REASSESSED")));

        assertEquals(first, until(journey));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEFERRED", "NOT_ELIGIBLE"})
    void asksNothingUntilAnInstantWhereNothingIsWaitedFor(String verdict) throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearVerdict(verdict);
        journey.until(verdict);

        journey.get("/questions").body("items", hasSize(0));
        assertNull(kept(journey));
    }

    /** The coordinator has it, say: what is missing is asked for without holding the child. */
    @Test
    void saysOfNothingUntilWhenThatDoesNotHoldTheChild() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearVerdict("NEEDS_INFO");
        journey.until("AWAITING_INFORMATION");
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set state = 'ESCALATED' where id = '" + journey.id() + "'");
        }

        journey.get("/questions").body("items", hasSize(9)).body("items.dueAt", everyItem(nullValue()));
    }

    /** A release that knows of no limit goes on beside this one for a while: what it leaves was of another wait. */
    @Test
    void keepsNoLimitOfAWaitThatAnOlderReleaseHasEnded() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearVerdict("NEEDS_INFO");
        journey.until("AWAITING_INFORMATION");
        assertNotNull(kept(journey));
        try (var rows = Rows.asService().seeingAs("platform")) {
            rows.run("update referral set updated_at = updated_at where id = '" + journey.id() + "'");
            assertNotNull(kept(journey));

            rows.run("update referral set state = 'ASSESSING' where id = '" + journey.id() + "'");
        }

        assertNull(kept(journey));
    }

    private static Set<Instant> until(Journey journey) {
        List<String> until = journey.get("/questions").extract().path("items.dueAt");
        return until.stream().map(Instant::parse).collect(Collectors.toSet());
    }

    /** From the moment at which the referral began to wait, as its timeline tells it. */
    private static Duration timeToAnswer(Journey journey) {
        List<String> at =
                journey.get("/timeline").extract().path("items.findAll { it.state == 'AWAITING_INFORMATION' }.at");
        return Duration.between(
                Instant.parse(at.get(0)), until(journey).iterator().next());
    }

    private static String kept(Journey journey) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows.select("select cast(facts_due_at as text) as at from referral where id::text = ?", journey.id())
                    .get(0)
                    .get("at");
        }
    }
}
