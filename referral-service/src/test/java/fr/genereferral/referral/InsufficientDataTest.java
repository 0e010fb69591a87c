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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub could not tell and has sent the child back to its hospital: it waits for facts, and for nothing else. */
class InsufficientDataTest {
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 5);

    private final Offer offer = offerTo("130804297");

    @ParameterizedTest
    @ValueSource(strings = {"TIME", "RULES", "RECLASSIFICATION"})
    void isNotOfferedAgainToTheHubThatWaitsWhenTheRulesSayWhatTheySaid(String cause) {
        var referral = sentBack(offered(offer));

        referral.assessed(assessment(cause, 1, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
        assertEquals(1, referral.routing());
        assertEquals(
                Optional.of(offer.offerId()), referral.offerWaitingForFacts().map(Offer::offerId));
        assertEquals(List.of("REASSESSED"), happened(referral));
    }

    @Test
    void isOfferedAgainWhenFactsHaveCome() {
        var referral = sentBack(offered(offer));

        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertTrue(referral.offerWaitingForFacts().isEmpty());
    }

    /** They were on their way to the rules while the hub declined. */
    @Test
    void isOfferedAgainWhenFactsAreJudgedThatCameBeforeTheHubSaidSo() {
        var referral = offered(offer);
        referral.amended(amendment(), BASTIA, NOW);
        sentBack(referral);

        referral.assessed(assessment("TIME", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
    }

    @Test
    void stillWaitsAfterTheRulesHadAskedForSomethingTooOrDeferred() {
        for (var meanwhile : List.of(missing("ONA-IV", null), verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null))) {
            var referral = sentBack(offered(offer));
            referral.assessed(assessment("RULES", 1, meanwhile), RULES, NOW);

            referral.assessed(assessment("TIME", 1, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

            assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
            assertEquals(1, referral.routing());
        }
    }

    @Test
    void goesToAnotherHubWhenADayLeadsToAnotherTherapy() {
        var referral = submitted("ONA-IV", "UPS");
        referral.assessed(
                assessment(verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.NOT_ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        sentBack(referral);

        referral.assessed(
                assessment("TIME", 1, verdict("ONA-IV", Outcome.NOT_ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE)),
                RULES,
                NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(2, referral.routing());
    }

    @Test
    void endsWhenADayEndsTheEligibility() {
        var referral = sentBack(offered(offer));

        referral.assessed(assessment("TIME", 1, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
    }

    private Referral sentBack(Referral referral) {
        new Placing(referral).offerDeclined(offer.offerId(), NOW, "DATA_INSUFFICIENT", "HOSPITAL", DIRECTORY, NOW);
        referral.takeChanges();
        return referral;
    }

    private static List<String> happened(Referral referral) {
        return referral.takeChanges().stream()
                .map(change -> change.occasion().what())
                .toList();
    }
}
