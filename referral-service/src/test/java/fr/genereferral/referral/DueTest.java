package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.amendment;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.missing;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.genereferral.referral.Verdict.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Since when a referral waits for its hospital. */
class DueTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LATER = TODAY.plusDays(28);

    @Test
    void isNothingWhileOthersAreAtWork() {
        assertNull(submitted("ONA-IV").dueOn());
        assertNull(offered(offerTo("130804297")).dueOn());
    }

    @Test
    void isWhatIsMissingFromTheDayOnOnWhichItIsAsked() {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);
        assertEquals(TODAY, referral.dueOn());

        // Asked again, it does not become younger.
        var nextWeek = NOW.plus(Duration.ofDays(7));
        referral.assessed(assessment("RULES", 1, missing("ONA-IV", null)), RULES, nextWeek);
        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
        assertEquals(TODAY, referral.dueOn());

        referral.amended(amendment(), BASTIA, nextWeek);
        assertNull(referral.dueOn());
    }

    @Test
    void isADeferralFromItsEndOn() {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(verdict("ONA-IV", Outcome.DEFERRED, LATER, null)), RULES, NOW);
        assertEquals(LATER, referral.dueOn());

        referral.assessed(
                assessment("RULES", 1, verdict("ONA-IV", Outcome.DEFERRED, LATER.plusDays(1), null)), RULES, NOW);
        assertEquals(LATER.plusDays(1), referral.dueOn());
    }

    /** Nobody knows for how long: the hospital is asked for a date. */
    @Test
    void isADeferralWithoutAnEndAtOnce() {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(verdict("ONA-IV", Outcome.DEFERRED, null, null)), RULES, NOW);

        assertEquals(TODAY, referral.dueOn());
    }

    @Test
    void isAWishToStopThatTheHubHasNotAnswered() {
        var offer = offerTo("130804297");
        var referral = offered(offer);
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        assertNull(referral.dueOn());

        referral.withdraw("FAMILY_DECISION", BASTIA, NOW.plus(Duration.ofDays(1)));

        assertEquals(ReferralStatus.CANCEL_REQUESTED, referral.state());
        assertEquals(TODAY.plusDays(1), referral.dueOn());
    }

    @Test
    void isTheDayByWhichPeopleAreToBeAnswered() {
        var hub = new Actor("subject", "130804297", "hub_clinician");
        var referral = offered(offerTo(hub.organisation()));
        var asking = new Asking(referral);

        var question =
                asking.ask(UUID.randomUUID(), null, NOW.plus(Duration.ofDays(3)), message(Question.Kind.ASKED, hub));
        assertEquals(TODAY.plusDays(3), referral.dueOn());

        asking.answer(question, message(Question.Kind.ANSWERED, BASTIA));
        assertNull(referral.dueOn());
    }

    private static Question.Message message(Question.Kind kind, Actor by) {
        return new Question.Message(UUID.randomUUID(), kind, null, null, NOW, by, null);
    }
}
