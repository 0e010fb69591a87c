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
