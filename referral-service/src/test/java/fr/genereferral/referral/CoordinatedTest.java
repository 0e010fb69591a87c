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

import fr.genereferral.referral.ReferralEvent.RoutingCancelled;
import fr.genereferral.referral.ReferralEvent.RoutingRequested;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a referral when the coordinator names a hub, or lets the search begin anew. */
class CoordinatedTest {
    private static final Actor COORDINATOR = new Actor("hub-directory-service", "national", "coordinator");
    private static final LocalDate LATER = LocalDate.of(2027, 1, 5);

    private final Offer offer = offerTo("130804297");
    private final Offer named = offerTo("440000271");
    private final Referral referral = escalated();

    @Test
    void isOfferedToTheHubThatWasNamedAndSaysWhoHasNamedItAndWhy() {
        new Placing(referral).offerAssigned(named, "HUB_AGREED", COORDINATOR, NOW);

        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertFalse(referral.reconsidering());
        assertEquals(List.of(new AccessChange("440000271", true, NOW)), referral.takeAccessChanges());
        var occasion = referral.takeChanges().get(0).occasion();
        assertEquals(new Occasion("OFFER_ASSIGNED", COORDINATOR, NOW, "HUB_AGREED", named.hub()), occasion);
    }

    @Test
    void isSearchedForAnewWithTheFactsOfTodayAndTheSameClock() {
        var began = referral.clockStartedAt();

        new Placing(referral).searchReopened(1, "HUB_HAS_PLACE", COORDINATOR, NOW.plusSeconds(60));

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(began, referral.clockStartedAt());
        var change = referral.takeChanges().get(0);
        var asked = (RoutingRequested) change.event();
        assertEquals(2, asked.routing());
        assertEquals("ONA-IV", asked.therapy());
        assertEquals(began, asked.clockStartedAt());
        assertEquals("SEARCH_REOPENED", change.occasion().what());
        assertEquals("HUB_HAS_PLACE", change.occasion().reason());
        assertEquals(COORDINATOR, change.occasion().by());
    }

    /**
     * A verdict of a day or of a rule moves nothing, but is the latest: a child that has grown out of it is searched for no more,
     * and hub-directory-service does not wait for a search.
     */
    @Test
    void goesWhereTheLatestVerdictLeadsWhenItIsReopenedWhateverHasCausedIt() {
        for (var cause : List.of("TIME", "RULES", "RECLASSIFICATION")) {
            var outgrown = escalated();
            outgrown.assessed(
                    assessment(cause, 1, verdict("ONA-IV", Verdict.Outcome.DEFERRED, LATER, null)), RULES, NOW);
            assertEquals(ReferralStatus.ESCALATED, outgrown.state());
            assertEquals(List.of(), outgrown.takeChanges());

            new Placing(outgrown).searchReopened(1, "OTHER", COORDINATOR, NOW);

            assertEquals(ReferralStatus.DEFERRED, outgrown.state());
            assertEquals(LATER, outgrown.deferredUntil());
            var ended = (RoutingCancelled) outgrown.takeChanges().get(0).event();
            assertEquals(1, ended.routing());
        }
    }

    @Test
    void isSearchedForAnewWhenALaterDayHasBroughtTheChildBack() {
        referral.assessed(assessment("TIME", 1, verdict("ONA-IV", Verdict.Outcome.DEFERRED, LATER, null)), RULES, NOW);
        referral.assessed(assessment("RULES", 1, verdict("ONA-IV", Verdict.Outcome.ELIGIBLE)), RULES, NOW);

        new Placing(referral).searchReopened(1, "OTHER", COORDINATOR, NOW);

        assertEquals(2, ((RoutingRequested) referral.takeChanges().get(0).event()).routing());
    }

    @Test
    void isNotReopenedTwiceNorWhenItWaitsForSomethingElse() {
        new Placing(referral).searchReopened(1, "OTHER", COORDINATOR, NOW);
        referral.takeChanges();

        new Placing(referral).searchReopened(1, "OTHER", COORDINATOR, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(List.of(), referral.takeChanges());
        var ended = escalated();
        ended.withdraw("FAMILY_DECISION", BASTIA, NOW);
        ended.takeChanges();
        new Placing(ended).searchReopened(1, "OTHER", COORDINATOR, NOW);
        assertEquals(List.of(), ended.takeChanges());
    }

    /** New facts have ended the search, and the hub directory had not heard it when the coordinator named the hub. */
    @Test
    void goesBackToWhatItWaitsForWhenTheOfferIsTakenBackThatHasCrossedWithNewFacts() {
        for (var outcome : List.of(Verdict.Outcome.DEFERRED, Verdict.Outcome.NOT_ELIGIBLE)) {
            var crossed = elsewhere(outcome);
            var waits = crossed.state();

            new Placing(crossed).offerAssigned(named, "HUB_AGREED", COORDINATOR, NOW);
            assertEquals(ReferralStatus.OFFERED, crossed.state());
            assertTrue(crossed.reconsidering());
            new Placing(crossed).offerWithdrawn(named.offerId(), NOW, false, DIRECTORY, NOW);

            assertEquals(waits, crossed.state());
            assertFalse(crossed.reconsidering());
        }
    }

    @Test
    void goesToTheHubThatWasNamedWhoseYesIsQuickerThanTheNewFacts() {
        var crossed = elsewhere(Verdict.Outcome.DEFERRED);

        new Placing(crossed).offerAssigned(named, "HUB_AGREED", COORDINATOR, NOW);
        new Placing(crossed).offerAccepted(named.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ACCEPTED, crossed.state());
    }

    /** A hub was quicker than the last search, of which the hub directory has not heard: it knows the one before. */
    @Test
    void isSearchedForAnewByTheNumberThatTheHubDirectoryKnows() {
        new Placing(referral).searchReopened(1, "OTHER", COORDINATOR, NOW);
        new Placing(referral).offerMade(named, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(named.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral)
                .offerReleased(
                        named.offerId(),
                        NOW,
                        new Placing.Release("OFFER_GIVEN_BACK", "NO_CAPACITY", true),
                        DIRECTORY,
                        NOW);
        new Placing(referral).noHubFound(null, DIRECTORY, NOW);
        assertEquals(ReferralStatus.ESCALATED, referral.state());

        new Placing(referral).searchReopened(1, "OTHER", COORDINATOR, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(3, referral.routing());
    }

    /** The hub directory has heard of neither the end of its search nor the next one when it asks the next hub. */
    @Test
    void goesBackToWhatItWaitsForWhenAnOfferIsTakenBackThatHasCrossedWithNewFacts() {
        var crossed = elsewhere(Verdict.Outcome.DEFERRED);

        new Placing(crossed).offerMade(named, DIRECTORY, NOW);
        assertEquals(ReferralStatus.OFFERED, crossed.state());
        new Placing(crossed).offerWithdrawn(named.offerId(), NOW, false, DIRECTORY, NOW);

        assertEquals(ReferralStatus.DEFERRED, crossed.state());
    }

    @Test
    void goesOnWaitingWhenThereIsNoHubForWhatNobodyLooksForAnyMore() {
        for (var outcome : List.of(Verdict.Outcome.DEFERRED, Verdict.Outcome.NOT_ELIGIBLE)) {
            var crossed = elsewhere(outcome);
            var waits = crossed.state();
            crossed.takeChanges();

            new Placing(crossed).noHubFound(null, DIRECTORY, NOW);

            assertEquals(waits, crossed.state());
            assertEquals(List.of(), crossed.takeChanges());
        }
    }

    @Test
    void staysEndedWhenAHubIsNamedAtTheInstantOfTheEnd() {
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        referral.takeChanges();

        new Placing(referral).offerAssigned(named, "HUB_AGREED", COORDINATOR, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        assertEquals(List.of(), referral.takeChanges());
    }

    private Referral escalated() {
        var escalated = offered(offer);
        new Placing(escalated).offerDeclined(offer.offerId(), NOW, "NO_CAPACITY", "NEXT_HUB", DIRECTORY, NOW);
        new Placing(escalated).noHubFound(null, DIRECTORY, NOW);
        escalated.takeChanges();
        escalated.takeAccessChanges();
        return escalated;
    }

    private Referral elsewhere(Verdict.Outcome outcome) {
        var crossed = escalated();
        crossed.amended(amendment(), BASTIA, NOW);
        crossed.assessed(assessment("FACTS", 2, verdict("ONA-IV", outcome, LATER, null)), RULES, NOW);
        return crossed;
    }
}
