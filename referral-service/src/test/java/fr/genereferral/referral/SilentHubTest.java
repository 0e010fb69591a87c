package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.amendment;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a referral when a hub keeps silent, and when it speaks too late. */
class SilentHubTest {
    private final Offer offer = offerTo("130804297");
    private final Referral referral = offered(offer);

    @Test
    void isLookedAfterElsewhereAndTheHubReadsItNoLonger() {
        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        var moved = (ReferralEvent.ReferralMoved) referral.takeChanges().get(0).event();
        assertEquals("OFFER_EXPIRED", moved.cause());
        assertEquals(List.of(new AccessChange("130804297", false, NOW)), referral.takeAccessChanges());
        assertEquals("EXPIRED", referral.offers().all().get(0).state());
    }

    @Test
    void isLeftToTheCoordinatorWhenNobodyElseIsAsked() {
        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral).noHubFound("UNANSWERED", DIRECTORY, NOW);

        assertEquals(ReferralStatus.ESCALATED, referral.state());
        assertEquals("UNANSWERED", referral.takeChanges().get(1).occasion().reason());
    }

    @Test
    void goesToAHubThatSpeaksTooLateWhenNobodyElseHasIt() {
        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral).noHubFound("UNANSWERED", DIRECTORY, NOW);
        var again = offerTo("130804297");

        new Placing(referral).offerMade(again, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(again.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ACCEPTED, referral.state());
    }

    /** The directory had not yet heard that the search shall end: what it says next ends it. */
    @Test
    void endsASearchThatTheHospitalWantedToEndWithWhateverIsSaidNext() {
        for (var nobodyIsLeft : List.of(true, false)) {
            var stopping = offered(offer);
            stopping.withdraw("FAMILY_DECISION", BASTIA, NOW);

            new Placing(stopping).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
            assertTrue(stopping.stopping());
            saidNext(stopping, nobodyIsLeft);

            assertEquals(ReferralStatus.CANCELLED, stopping.state());
        }
    }

    @Test
    void goesWhereNewFactsLeadWithWhateverIsSaidNext() {
        for (var nobodyIsLeft : List.of(true, false)) {
            var reconsidering = offered(offer);
            reconsidering.amended(amendment(), BASTIA, NOW);
            var deferred = verdict("ONA-IV", Verdict.Outcome.DEFERRED, LocalDate.of(2027, 1, 5), null);
            reconsidering.assessed(assessment("FACTS", 2, deferred), RULES, NOW);

            new Placing(reconsidering).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
            saidNext(reconsidering, nobodyIsLeft);

            assertEquals(ReferralStatus.DEFERRED, reconsidering.state());
            assertFalse(reconsidering.reconsidering());
        }
    }

    @Test
    void endsTheSearchThatTheCoordinatorHasWhenNewFactsLeadElsewhere() {
        for (var outcome :
                List.of(Verdict.Outcome.DEFERRED, Verdict.Outcome.NOT_ELIGIBLE, Verdict.Outcome.NEEDS_INFO)) {
            var escalated = leftToTheCoordinator();
            escalated.amended(amendment(), BASTIA, NOW);
            escalated.takeChanges();

            escalated.assessed(assessment("FACTS", 2, verdict("ONA-IV", outcome)), RULES, NOW);

            var changes = escalated.takeChanges();
            var ended = (ReferralEvent.RoutingCancelled) changes.get(0).event();
            assertEquals("NEW_VERDICT", ended.cause());
            assertEquals(1, ended.routing());
            var moved = (ReferralEvent.ReferralMoved) changes.get(1).event();
            assertEquals(ReferralStatus.ESCALATED, moved.previousState());
            assertEquals(escalated.state(), moved.state());
            assertEquals(outcome, escalated.verdicts().outcomeOf("ONA-IV"));
        }
    }

    @Test
    void isSearchedForAnewWhenNewFactsPointToAnotherTherapy() {
        var escalated = ReferralFixtures.submitted("ONA-IV", "UPS");
        escalated.assessed(assessment(verdict("ONA-IV", Verdict.Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(escalated).noHubFound(null, DIRECTORY, NOW);
        escalated.amended(amendment(), BASTIA, NOW);
        escalated.takeChanges();

        escalated.assessed(
                assessment(
                        "FACTS",
                        2,
                        verdict("ONA-IV", Verdict.Outcome.NOT_ELIGIBLE),
                        verdict("UPS", Verdict.Outcome.ELIGIBLE)),
                RULES,
                NOW);

        var changes = escalated.takeChanges();
        assertEquals(1, ((ReferralEvent.RoutingCancelled) changes.get(0).event()).routing());
        var asked = (ReferralEvent.RoutingRequested) changes.get(1).event();
        assertEquals("UPS", asked.therapy());
        assertEquals(2, asked.routing());
        assertEquals(ReferralStatus.ROUTING, escalated.state());
    }

    @Test
    void staysWithTheCoordinatorWhenNewFactsBearTheSearchOutAndWhenOnlyADayOrARuleHasCome() {
        var borneOut = leftToTheCoordinator();
        borneOut.amended(amendment(), BASTIA, NOW);
        borneOut.assessed(assessment("FACTS", 2, verdict("ONA-IV", Verdict.Outcome.ELIGIBLE)), RULES, NOW);
        assertEquals(ReferralStatus.ESCALATED, borneOut.state());

        for (var cause : List.of("TIME", "RULES")) {
            var escalated = leftToTheCoordinator();

            escalated.assessed(assessment(cause, 1, verdict("ONA-IV", Verdict.Outcome.NOT_ELIGIBLE)), RULES, NOW);

            assertEquals(List.of(), escalated.takeChanges());
        }
    }

    /** It had not heard yet that the search has ended: the hub is responsible, and no word of it is lost. */
    @Test
    void goesToAHubWhoseLateYesIsQuickerThanTheNewsThatTheSearchHasEnded() {
        for (var outcome : List.of(
                Verdict.Outcome.DEFERRED,
                Verdict.Outcome.NOT_ELIGIBLE,
                Verdict.Outcome.NEEDS_INFO,
                Verdict.Outcome.ELIGIBLE)) {
            for (var judgedAgain : List.of(true, false)) {
                var crossed = leftToTheCoordinator();
                crossed.amended(amendment(), BASTIA, NOW);
                var verdict = verdict("ONA-IV", outcome, LocalDate.of(2027, 1, 5), null);
                crossed.assessed(assessment("FACTS", 2, verdict), RULES, NOW);
                if (!judgedAgain) {
                    crossed.amended(amendment(), BASTIA, NOW);
                }
                var again = offerTo("130804297");

                new Placing(crossed).offerMade(again, DIRECTORY, NOW);
                assertEquals(ReferralStatus.OFFERED, crossed.state());
                new Placing(crossed).offerAccepted(again.offerId(), NOW, DIRECTORY, NOW);

                assertEquals(ReferralStatus.ACCEPTED, crossed.state());
                assertNull(crossed.deferredUntil());
                assertNull(crossed.opensOn());
            }
        }
    }

    private Referral leftToTheCoordinator() {
        var escalated = offered(offer);
        new Placing(escalated).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(escalated).noHubFound("UNANSWERED", DIRECTORY, NOW);
        escalated.takeChanges();
        return escalated;
    }

    /** A yes that crossed with the end: the end counts, and tells the hub directory so. */
    @Test
    void staysEndedWhenAHubSpeaksAtTheInstantOfTheEnd() {
        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral).noHubFound("UNANSWERED", DIRECTORY, NOW);
        assertTrue(referral.withdraw("FAMILY_DECISION", BASTIA, NOW));
        referral.takeChanges();
        referral.takeAccessChanges();
        var again = offerTo("130804297");

        new Placing(referral).offerMade(again, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(again.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        assertEquals(List.of(), referral.takeChanges());
        assertEquals(List.of(), referral.takeAccessChanges());
    }

    private static void saidNext(Referral referral, boolean nobodyIsLeft) {
        if (nobodyIsLeft) {
            new Placing(referral).noHubFound("UNANSWERED", DIRECTORY, NOW);
            return;
        }
        var next = offerTo("750100208");
        new Placing(referral).offerMade(next, DIRECTORY, NOW);
        new Placing(referral).offerWithdrawn(next.offerId(), NOW, false, DIRECTORY, NOW);
    }
}
