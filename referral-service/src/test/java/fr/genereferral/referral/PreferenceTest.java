package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.amendment;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.missing;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.ReferralEvent.RoutingCancelled;
import fr.genereferral.referral.ReferralEvent.RoutingRequested;
import fr.genereferral.referral.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A referral that asks for two therapies: for which of them a hub is looked for. */
class PreferenceTest {
    private static final LocalDate EXPECTED = LocalDate.of(2026, 12, 1);

    private final Offer offer = offerTo("130804297");

    @Test
    void looksForAHubForTheOtherTherapyWhenNewFactsLeadThere() {
        var referral = offered(verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE));

        say(referral, verdict("ONA-IV", Outcome.NOT_ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE));

        assertInstanceOf(RoutingCancelled.class, lastEvent(referral));
        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);
        var request = assertInstanceOf(RoutingRequested.class, lastEvent(referral));
        assertEquals("UPS", request.therapy());
        assertEquals(2, request.routing());
    }

    @Test
    void goesToThePreferredTherapyWhenNewFactsMakeItPossible() {
        var referral = offered(missing("ONA-IV", null), verdict("UPS", Outcome.ELIGIBLE));

        say(referral, verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE));

        assertTrue(referral.reconsidering());
        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);
        assertEquals("ONA-IV", requested(referral).therapy());
    }

    @Test
    void staysWithThePreferredTherapyWhenTheOtherBecomesPossibleToo() {
        var referral = offered(verdict("ONA-IV", Outcome.ELIGIBLE), missing("UPS", null));

        say(referral, verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE));

        assertFalse(referral.reconsidering());
        assertEquals(ReferralStatus.OFFERED, referral.state());
    }

    @Test
    void endsASearchForTheOtherWhenADayMakesThePreferredPossible() {
        var referral = judged(verdict("ONA-IV", Outcome.NOT_ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE));

        referral.assessed(
                assessment("TIME", 1, verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE)),
                RULES,
                NOW);
        new Placing(referral).noHubFound(null, DIRECTORY, NOW);

        assertEquals("ONA-IV", requested(referral).therapy());
    }

    @Test
    void doesNotHoldTheChildForWhatThePreferredTherapyMisses() {
        var request = requested(judged(missing("ONA-IV", null), verdict("UPS", Outcome.ELIGIBLE)));

        assertEquals("UPS", request.therapy());
        assertEquals(List.of(), request.conditionalOn());
    }

    @Test
    void takesWhatIsCertainBeforeWhatIsOnItsWay() {
        var request = requested(judged(missing("ONA-IV", EXPECTED), verdict("UPS", Outcome.ELIGIBLE)));

        assertEquals("UPS", request.therapy());
    }

    @Test
    void takesThePreferredOfTwoThatWaitForResults() {
        var request = requested(judged(missing("UPS", EXPECTED), missing("ONA-IV", EXPECTED.plusDays(9))));

        assertEquals("ONA-IV", request.therapy());
        assertEquals(List.of("ONA-IV.5"), request.conditionalOn());
    }

    @Test
    void isTheHospitalsAndNotTheCataloguesUnlessNoneWasNamed() {
        var catalogue = assessment(verdict("UPS", Outcome.ELIGIBLE), verdict("ONA-IV", Outcome.ELIGIBLE));
        var unnamed = submitted();

        assertEquals(
                "ONA-IV",
                requested(judged(verdict("UPS", Outcome.ELIGIBLE), verdict("ONA-IV", Outcome.ELIGIBLE)))
                        .therapy());
        unnamed.assessed(catalogue, RULES, NOW);
        assertEquals("UPS", requested(unnamed).therapy());
    }

    @Test
    void isNotMovedByATherapyThatWasNotAskedFor() {
        var referral = submitted("UPS");

        referral.assessed(
                assessment(verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.NOT_ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
    }

    /** Of a referral that prefers ONA-IV to UPS. */
    private static Referral judged(Verdict... verdicts) {
        var referral = submitted("ONA-IV", "UPS");
        referral.assessed(assessment(verdicts), RULES, NOW);
        return referral;
    }

    private Referral offered(Verdict... verdicts) {
        var referral = judged(verdicts);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        return referral;
    }

    private static void say(Referral referral, Verdict... verdicts) {
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdicts), RULES, NOW);
    }

    private static RoutingRequested requested(Referral referral) {
        return assertInstanceOf(RoutingRequested.class, lastEvent(referral));
    }

    private static ReferralEvent lastEvent(Referral referral) {
        var changes = referral.takeChanges();
        return changes.get(changes.size() - 1).event();
    }
}
