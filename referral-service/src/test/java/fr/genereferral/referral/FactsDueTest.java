package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.amendment;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.genereferral.referral.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Until when a hospital is asked to send what its referral waits for. */
class FactsDueTest {
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

    @Test
    void isSetAtOnceWithTheJudgementThatAsks() {
        var referral = submitted("ONA-IV");
        assertNull(referral.factsDueAt());

        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);

        assertEquals(NOW.plus(Duration.ofHours(72)), referral.factsDueAt());
    }

    /** The day on which the eligibility ends counts from the day on which it is asked. */
    @ParameterizedTest
    @CsvSource({"2027-07-19, 72", "2026-12-20, 24", "2026-11-30, 4", "2026-11-01, 4"})
    void followsFromTheUrgencyOfThatDay(LocalDate eligibleUntil, int hours) {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(missing("ONA-IV", eligibleUntil, "ONA-IV.5")), RULES, NOW);

        assertEquals(NOW.plus(Duration.ofHours(hours)), referral.factsDueAt());
    }

    /** What is not sought makes nothing urgent. */
    @Test
    void asksNothingOfATherapyThatIsNotSought() {
        var referral = submitted("ONA-IV");

        referral.assessed(
                assessment(missing("ONA-IV", null), missing("UPS", LocalDate.of(2026, 11, 25), "UPS.1")), RULES, NOW);

        assertEquals(NOW.plus(Duration.ofHours(72)), referral.factsDueAt());
    }

    @Test
    void doesNotBeginAgainWhereTheSameOrMoreIsAskedOnceMore() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);
        var until = referral.factsDueAt();

        referral.assessed(assessment("RULES", 1, missing("ONA-IV", null)), RULES, NEXT_WEEK);
        assertEquals(until, referral.factsDueAt());

        var more = missing("ONA-IV", LocalDate.of(2026, 12, 1), "ONA-IV.5", "ONA-IV.7");
        referral.assessed(assessment("TIME", 1, more), RULES, NEXT_WEEK);
        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
        assertEquals(until, referral.factsDueAt());
    }

    @Test
    void isNotMovedByAQuestionOfPeople() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);
        var until = referral.factsDueAt();

        var coordinator = new Actor("subject", "national", "coordinator");
        new Asking(referral)
                .ask(
                        UUID.randomUUID(),
                        null,
                        NEXT_WEEK,
                        new Question.Message(
                                UUID.randomUUID(), Question.Kind.ASKED, null, null, NEXT_WEEK, coordinator, null));

        assertEquals(until, referral.factsDueAt());
    }

    @Test
    void endsWithAnAnswerAndIsSetAnewWhereThatDoesNotSuffice() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);

        referral.amended(amendment(), BASTIA, NEXT_WEEK);
        assertNull(referral.factsDueAt());

        // Of the dossier before the answer: it asks nothing any more.
        referral.assessed(assessment("RULES", 1, missing("ONA-IV", null)), RULES, NEXT_WEEK);
        assertNull(referral.factsDueAt());

        var judged = NEXT_WEEK.plusSeconds(1);
        referral.assessed(assessment("FACTS", 2, missing("ONA-IV", null)), RULES, judged);
        assertEquals(judged.plus(Duration.ofHours(72)), referral.factsDueAt());
    }

    /** Nobody has answered; but what is asked now follows from other rules than what was asked then. */
    @Test
    void isSetAnewWhereTheReferralWasElsewhereMeanwhile() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);

        referral.assessed(assessment("RULES", 1, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NEXT_WEEK);
        assertNull(referral.factsDueAt());

        referral.assessed(assessment("RULES", 1, missing("ONA-IV", null)), RULES, NEXT_WEEK);
        assertEquals(NEXT_WEEK.plus(Duration.ofHours(72)), referral.factsDueAt());
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"ELIGIBLE", "NOT_ELIGIBLE", "NOT_APPLICABLE"})
    void isNothingWhereNothingIsWaitedFor(Outcome outcome) {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(verdict("ONA-IV", outcome)), RULES, NOW);

        assertNull(referral.factsDueAt());
    }

    /** It ends on its day; only once no day ends it is the hospital asked. */
    @Test
    void isNothingOfADeferralUntilItHasEnded() {
        var referral = submitted("ONA-IV");
        var end = LocalDate.of(2026, 12, 21);
        referral.assessed(assessment(verdict("ONA-IV", Outcome.DEFERRED, end, null)), RULES, NOW);
        assertEquals(ReferralStatus.DEFERRED, referral.state());
        assertNull(referral.factsDueAt());

        var over = NOW.plus(Duration.ofDays(28));
        var ended = verdict("ONA-IV", Outcome.DEFERRED, LocalDate.of(2026, 11, 23), null);
        referral.assessed(assessment("TIME", 1, ended), RULES, over);

        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
        assertEquals(over.plus(Duration.ofHours(72)), referral.factsDueAt());
    }

    @Test
    void isSetWithTheNoOfAHubThatCouldNotTell() {
        var offer = offerTo("130804297");
        var referral = offered(offer);
        assertNull(referral.factsDueAt());

        new Placing(referral)
                .offerDeclined(offer.offerId(), NEXT_WEEK, "DATA_INSUFFICIENT", "HOSPITAL", DIRECTORY, NEXT_WEEK);

        assertEquals(NEXT_WEEK.plus(Duration.ofHours(72)), referral.factsDueAt());
    }

    @Test
    void endsWithTheReferral() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);

        referral.withdraw("FAMILY_DECISION", BASTIA, NEXT_WEEK);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        assertNull(referral.factsDueAt());
    }

    private static Verdict missing(String therapy, LocalDate eligibleUntil, String... criteria) {
        return new Verdict(
                therapy,
                1,
                true,
                true,
                Outcome.NEEDS_INFO,
                Outcome.NEEDS_INFO,
                List.of(),
                List.of(),
                List.of(criteria).stream()
                        .map(id -> new Verdict.Missing(id, null))
                        .toList(),
                List.of(),
                null,
                null,
                eligibleUntil);
    }
}
