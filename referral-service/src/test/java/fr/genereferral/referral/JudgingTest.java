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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A referral that is judged again: by new facts, by a day that has come. */
class JudgingTest {
    private static final LocalDate JUDGED_ON = assessment().evaluationDate();
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 5);

    private final Offer offer = offerTo("130804297");

    @Test
    void assessesAgainWhatWaitedForFacts() {
        for (var waiting : List.of(Outcome.NEEDS_INFO, Outcome.DEFERRED, Outcome.NOT_ELIGIBLE)) {
            var referral = submitted("ONA-IV");
            referral.assessed(assessment(verdict("ONA-IV", waiting, JANUARY, JANUARY)), RULES, NOW);

            referral.amended(amendment(), BASTIA, NOW);

            assertEquals(ReferralStatus.ASSESSING, referral.state());
            assertNull(referral.deferredUntil());
            assertNull(referral.opensOn());
            referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
            assertEquals(ReferralStatus.ROUTING, referral.state());
        }
    }

    @Test
    void isNotMovedByAJudgementOfFactsThatHaveChangedSince() {
        var referral = submitted("ONA-IV");
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.ASSESSING, referral.state());
        assertEquals(1, referral.takeAssessments().size());
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);
        assertEquals(ReferralStatus.DEFERRED, referral.state());
    }

    /** A titre stays as high as it was: on its day the rules defer again, until that same day. */
    @Test
    void endsADeferralOnItsDayAndAsksTheHospital() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);
        referral.takeChanges();

        var due = verdict("ONA-IV", Outcome.DEFERRED, JUDGED_ON, null);
        referral.assessed(assessment("TIME", 1, due), RULES, NOW);

        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
        assertNull(referral.deferredUntil());
        assertEquals(
                List.of(ReferralStatus.ASSESSING, ReferralStatus.AWAITING_INFORMATION),
                referral.takeChanges().stream().map(Change::state).toList());
    }

    @Test
    void asksTheHospitalAtOnceWhenNoDayEndsADeferral() {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(verdict("ONA-IV", Outcome.DEFERRED)), RULES, NOW);

        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
    }

    @Test
    void endsADeferralByItselfWhereTheRulesSay() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);

        referral.assessed(assessment("TIME", 1, missing("ONA-IV", null)), RULES, NOW);

        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
    }

    @Test
    void saysOnceWhatLeadsNowhereElse() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);
        referral.takeChanges();
        var later = JANUARY.plusDays(30);

        referral.assessed(assessment("TIME", 1, verdict("ONA-IV", Outcome.DEFERRED, later, null)), RULES, NOW);

        assertEquals(later, referral.deferredUntil());
        assertEquals(1, referral.takeChanges().size());
    }

    @Test
    void takesALiveOfferBackBeforeItGoesWhereNewFactsLead() {
        var referral = offered(offer);
        referral.amended(amendment(), BASTIA, NOW);
        assertEquals(ReferralStatus.OFFERED, referral.state());

        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);

        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertTrue(referral.reconsidering());
        var changes = referral.takeChanges();
        assertEquals(
                new ReferralEvent.RoutingCancelled(referral.id(), 5, 1, "NEW_VERDICT"),
                changes.get(changes.size() - 1).event());
        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);
        assertEquals(ReferralStatus.DEFERRED, referral.state());
        assertEquals(JANUARY, referral.deferredUntil());
        assertFalse(referral.reconsidering());
    }

    @Test
    void looksForAHubAnewWhenNewFactsUndoWhatEndedTheSearch() {
        var referral = offered(offer);
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);

        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(2, referral.routing());
    }

    @Test
    void leavesAnOfferAloneThatNewFactsBearOut() {
        var referral = offered(offer);
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertFalse(referral.reconsidering());
    }

    @Test
    void takesNoOfferBackBecauseARuleOrTheDayHasChanged() {
        for (var cause : List.of("RULES", "TIME")) {
            var referral = offered(offer);

            referral.assessed(assessment(cause, 1, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);

            assertEquals(List.of(), referral.takeChanges());
        }
    }

    @Test
    void staysWithAHubThatAcceptedBeforeItsOfferWasTakenBack() {
        var referral = offered(offer);
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);

        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ACCEPTED, referral.state());
    }

    /** That the search shall end was on its way when a hub was first, and comes when that one has given the child back. */
    @Test
    void looksForAHubAnewWhereTheEndOfASearchIsHeardAfterTheHubThatWasFirstHasGivenTheChildBack() {
        var givenBack = new Placing.Release("OFFER_GIVEN_BACK", "NO_CAPACITY", true);
        for (var isSomebodyLeft : List.of(true, false)) {
            var referral = offered(offer);
            referral.amended(amendment(), BASTIA, NOW);
            referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);
            referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
            var placing = new Placing(referral);
            placing.offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
            placing.offerReleased(offer.offerId(), NOW, givenBack, DIRECTORY, NOW);

            if (isSomebodyLeft) {
                var next = offerTo("750100208");
                placing.offerMade(next, DIRECTORY, NOW);
                placing.offerWithdrawn(next.offerId(), NOW, false, DIRECTORY, NOW);
            } else {
                placing.noHubFound(null, DIRECTORY, NOW);
            }

            assertEquals(ReferralStatus.ROUTING, referral.state());
            assertEquals(2, referral.routing());
            assertFalse(referral.reconsidering());
        }
    }

    /** The directory had not yet heard that the search shall end: what it says next ends it. */
    @Test
    void endsASearchAfterAHubHasLostItsAccreditationMeanwhile() {
        for (var stopping : List.of(true, false)) {
            var referral = offered(offer);
            end(referral, stopping);
            new Placing(referral).offerWithdrawn(offer.offerId(), NOW, true, DIRECTORY, NOW);
            assertEquals(ReferralStatus.ROUTING, referral.state());
            var next = offerTo("750100208");

            new Placing(referral).offerMade(next, DIRECTORY, NOW);
            new Placing(referral).offerWithdrawn(next.offerId(), NOW, false, DIRECTORY, NOW);

            assertEquals(stopping ? ReferralStatus.CANCELLED : ReferralStatus.DEFERRED, referral.state());
        }
    }

    @Test
    void endsASearchWhenNobodyIsLeftAfterAHubHasLostItsAccreditationMeanwhile() {
        for (var stopping : List.of(true, false)) {
            var referral = offered(offer);
            end(referral, stopping);

            new Placing(referral).offerWithdrawn(offer.offerId(), NOW, true, DIRECTORY, NOW);
            new Placing(referral).noHubFound(null, DIRECTORY, NOW);

            assertEquals(stopping ? ReferralStatus.CANCELLED : ReferralStatus.DEFERRED, referral.state());
        }
    }

    @Test
    void goesOnWithAHubThatLosesItsAccreditationWhenNothingElseIsWanted() {
        var referral = offered(offer);

        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, true, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
    }

    private static void end(Referral referral, boolean stopping) {
        if (stopping) {
            referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
            return;
        }
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);
    }

    @Test
    void stopsWhenTheHospitalWantsToWhileAnOfferIsBeingTakenBack() {
        var referral = offered(offer);
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);

        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
    }

    @Test
    void takesNoFactsWhenItHasEndedOrIsBeingStoppedOrIsAnothers() {
        var ended = submitted("ONA-IV");
        ended.withdraw("CARE_ELSEWHERE", BASTIA, NOW);
        var stopping = offered(offer);
        stopping.withdraw("CARE_ELSEWHERE", BASTIA, NOW);
        var stranger = new Actor("subject", "350007084", "referrer");

        assertEquals("MOVE_NOT_ALLOWED", refused(ended, BASTIA));
        assertEquals("MOVE_NOT_ALLOWED", refused(stopping, BASTIA));
        assertEquals("FORBIDDEN", refused(submitted("ONA-IV"), stranger));
    }

    private static String refused(Referral referral, Actor by) {
        return assertThrows(Refused.class, () -> referral.amended(amendment(), by, NOW))
                .code();
    }

    /**
     * hub-directory-service hears that the search shall end when the hub that was quicker has given the child back, and the next
     * one is asked: it takes that offer back, and says nothing more.
     */
    @Test
    void endsTheSearchOfWhichAQuickerHubHasGivenTheChildBack() {
        var referral = givenBackByAQuickerHub("CAPABILITY_LOST", true);

        assertEquals(
                List.of("ReferralMoved.v1", "RoutingCancelled.v1"),
                referral.takeChanges().stream()
                        .map(change -> change.event().type())
                        .toList());
        var next = offerTo("750100208");
        var placing = new Placing(referral);
        placing.offerMade(next, DIRECTORY, NOW);
        placing.offerWithdrawn(next.offerId(), NOW, false, DIRECTORY, NOW);
        assertEquals(ReferralStatus.DEFERRED, referral.state());
        assertFalse(referral.reconsidering());
    }

    /** It had said yes when the rules already led elsewhere; what has changed since is not taken yet. */
    private Referral givenBackByAQuickerHub(String reason, boolean another) {
        var referral = offered(offer);
        var placing = new Placing(referral);
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);
        placing.offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        referral.takeChanges();
        var givenBack = new Placing.Release("OFFER_GIVEN_BACK", reason, another);
        placing.offerReleased(offer.offerId(), NOW, givenBack, DIRECTORY, NOW);
        return referral;
    }

    /** The hub directory still believes in a wish to stop, and asks nobody: where the rules lead since is told after the giving back. */
    @Test
    void tellsThatTheChildWasGivenBackBeforeItWaits() {
        var referral = givenBackByAQuickerHub("FAMILY_PREFERENCE", false);

        assertEquals(
                List.of("ACCEPTED, ROUTING, OFFER_GIVEN_BACK", "ROUTING, DEFERRED, ASSESSED"),
                referral.takeChanges().stream()
                        .map(change -> (ReferralEvent.ReferralMoved) change.event())
                        .map(moved -> moved.previousState() + ", " + moved.state() + ", " + moved.cause())
                        .toList());
    }

    /** Whoever keeps the child weighs the newer verdict itself. */
    @Test
    void leavesTheChildWithTheHubThatWasQuicker() {
        var referral = offered(offer);
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);

        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.DEFERRED, JANUARY, null)), RULES, NOW);

        assertEquals(ReferralStatus.ACCEPTED, referral.state());
    }
}
