package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.missing;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReferralTest {

    @Test
    void asksForAHubForTheFirstEligibleTherapyInTheOrderOfPreference() {
        var referral = submitted("UPS", "ONA-IV");

        referral.assessed(
                assessment(verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE)), RULES, NOW);

        var event = assertInstanceOf(
                ReferralEvent.RoutingRequested.class,
                referral.takeChanges().get(0).event());
        assertEquals("UPS", event.therapy());
        assertEquals(ReferralStatus.ROUTING, referral.state());
    }

    @Test
    void isNeverChangedEarlierThanItWasBefore() {
        var referral = submitted("ONA-IV");
        referral.saved(NOW.plusSeconds(2));

        referral.saved(NOW.plusSeconds(1));

        assertEquals(NOW.plusSeconds(2), referral.updatedAt());
    }

    @Test
    void waitsForInformationThatNobodyHasAskedFor() {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);

        assertEquals(ReferralStatus.AWAITING_INFORMATION, referral.state());
    }

    @Test
    void offersOnConditionWhenEverythingMissingIsOnItsWay() {
        var referral = submitted("ONA-IV");

        referral.assessed(assessment(missing("ONA-IV", LocalDate.of(2026, 12, 1))), RULES, NOW);

        var event = assertInstanceOf(
                ReferralEvent.RoutingRequested.class,
                referral.takeChanges().get(0).event());
        assertEquals(List.of("ONA-IV.5"), event.conditionalOn());
    }

    @Test
    void defersUntilTheEarliestKnownDate() {
        var referral = submitted("ONA-IV", "NUS");
        var late = verdict("ONA-IV", Outcome.DEFERRED, LocalDate.of(2027, 1, 5), null);
        var soon = verdict("NUS", Outcome.DEFERRED, LocalDate.of(2026, 12, 21), null);

        referral.assessed(assessment(late, soon), RULES, NOW);

        assertEquals(ReferralStatus.DEFERRED, referral.state());
        assertEquals(LocalDate.of(2026, 12, 21), referral.deferredUntil());
    }

    @Test
    void saysWhenAnAgeBoundWillOpen() {
        var referral = submitted("UPS");

        referral.assessed(
                assessment(verdict("UPS", Outcome.NOT_ELIGIBLE, null, LocalDate.of(2027, 5, 23))), RULES, NOW);

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
        assertEquals(LocalDate.of(2027, 5, 23), referral.opensOn());
    }

    @Test
    void letsAHubInWithItsOfferAndOutWhenItDeclines() {
        var offer = offerTo("130804297");
        var referral = offered(offer);

        new Placing(referral).offerDeclined(offer.offerId(), NOW, "NO_CAPACITY", "NEXT_HUB", DIRECTORY, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(List.of(new AccessChange("130804297", false, NOW)), referral.takeAccessChanges());
    }

    @Test
    void handsAClinicalRefusalToTheCoordinatorNotToTheNextHub() {
        var offer = offerTo("130804297");
        var referral = offered(offer);

        new Placing(referral)
                .offerDeclined(offer.offerId(), NOW, "CLINICALLY_UNSUITABLE", "COORDINATOR", DIRECTORY, NOW);

        assertEquals(ReferralStatus.ESCALATED, referral.state());
    }

    @Test
    void asksTheDirectoryBeforeItStopsWhileAHubMayBeAccepting() {
        var offer = offerTo("130804297");
        var referral = offered(offer);

        assertFalse(referral.withdraw("FAMILY_DECISION", BASTIA, NOW));

        assertTrue(referral.stopping());
        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertInstanceOf(
                ReferralEvent.RoutingCancelled.class,
                referral.takeChanges().get(0).event());
        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);
        assertEquals(ReferralStatus.CANCELLED, referral.state());
    }

    @Test
    void carriesTheWishToStopOverWhenAHubWasFirst() {
        var offer = offerTo("130804297");
        var referral = offered(offer);
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);

        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(ReferralStatus.CANCEL_REQUESTED, referral.state());
    }

    @Test
    void stopsAtOnceWithoutALiveOfferAndNotTwice() {
        var referral = submitted("ONA-IV");

        assertTrue(referral.withdraw("CARE_ELSEWHERE", BASTIA, NOW));

        var refused = assertThrows(Refused.class, () -> referral.withdraw("CARE_ELSEWHERE", BASTIA, NOW));
        assertEquals("MOVE_NOT_ALLOWED", refused.code());
    }

    @Test
    void isNotMovedByAnAssessmentThatComesAfterItEnded() {
        var referral = submitted("ONA-IV");
        referral.withdraw("CARE_ELSEWHERE", BASTIA, NOW);
        var version = referral.version();

        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        assertEquals(version, referral.version());
    }

    @Test
    void looksForTheNextHubWhenAChildIsGivenBackAndKeepsTheClock() {
        var offer = offerTo("130804297");
        var referral = accepted(offer);
        var began = referral.clockStartedAt();

        new Placing(referral).offerReleased(offer.offerId(), NOW, givenBack(true), DIRECTORY, NOW.plusSeconds(60));

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(began, referral.clockStartedAt());
        var out = new AccessChange("130804297", false, NOW.plusSeconds(60));
        assertEquals(List.of(out), referral.takeAccessChanges());
        assertEquals(
                "PRODUCT_UNAVAILABLE", referral.takeChanges().get(0).occasion().reason());
        new Placing(referral).offerMade(offerTo("750100208"), DIRECTORY, NOW);
        assertEquals(ReferralStatus.OFFERED, referral.state());
    }

    @Test
    void endsWhenAChildIsGivenBackWhomTheHospitalWantedToStopFor() {
        var offer = offerTo("130804297");
        var referral = accepted(offer);
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        referral.takeChanges();

        new Placing(referral).offerReleased(offer.offerId(), NOW, givenBack(false), DIRECTORY, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        assertEquals(
                List.of("OFFER_GIVEN_BACK", "WITHDRAWN"),
                referral.takeChanges().stream().map(c -> c.occasion().what()).toList());
    }

    /** The hub directory has not heard of the wish to stop, and asks the next hub. */
    @Test
    void stopsTheSearchThatBeginsWhenAChildIsGivenBackAtTheSameInstant() {
        var offer = offerTo("130804297");
        var next = offerTo("750100208");
        var referral = accepted(offer);
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        referral.takeChanges();

        new Placing(referral).offerReleased(offer.offerId(), NOW, givenBack(true), DIRECTORY, NOW);
        assertInstanceOf(
                ReferralEvent.RoutingCancelled.class,
                referral.takeChanges().get(1).event());
        new Placing(referral).offerMade(next, DIRECTORY, NOW);
        assertTrue(referral.stopping());
        new Placing(referral).offerWithdrawn(next.offerId(), NOW, false, DIRECTORY, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
    }

    /** The hub directory still believes in a wish to stop that the hub has refused, and asks nobody. */
    @Test
    void beginsTheSearchAnewWhenNobodyElseIsAskedAndNobodyWantsToStop() {
        var offer = offerTo("130804297");
        var referral = accepted(offer);

        new Placing(referral).offerReleased(offer.offerId(), NOW, givenBack(false), DIRECTORY, NOW);

        var changes = referral.takeChanges();
        assertEquals("OFFER_GIVEN_BACK", changes.get(0).occasion().what());
        var asked = assertInstanceOf(
                ReferralEvent.RoutingRequested.class, changes.get(1).event());
        assertEquals(2, asked.routing());
        assertEquals(ReferralStatus.ROUTING, referral.state());
    }

    private static Placing.Release givenBack(boolean another) {
        return new Placing.Release("OFFER_GIVEN_BACK", "PRODUCT_UNAVAILABLE", another);
    }

    private static Referral accepted(Offer offer) {
        var referral = offered(offer);
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        referral.takeChanges();
        return referral;
    }

    @Test
    void saysWhereTheFamilyWouldRatherGoAndWhereNot() {
        var referral = Referral.submitted(wishing(), BASTIA, NOW);
        referral.takeChanges();

        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        var asked = assertInstanceOf(
                ReferralEvent.RoutingRequested.class,
                referral.takeChanges().get(0).event());
        assertEquals("130804297", asked.hubPreferred());
        assertEquals(List.of("340785161"), asked.hubsDeclinedByFamily());
    }

    @Test
    void remembersWhatAHubHasHeardFromTheFamily() {
        var offer = offerTo("130804297");
        var referral = Referral.submitted(wishing(), BASTIA, NOW);
        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);

        new Placing(referral).offerDeclined(offer.offerId(), NOW, "FAMILY_PREFERENCE", "NEXT_HUB", DIRECTORY, NOW);

        assertEquals(null, referral.wishes().preferred());
        assertEquals(List.of("340785161", "130804297"), referral.wishes().declinedHubs());
        assertEquals(
                WishReason.TOLD_THE_HUB, referral.wishes().declined().get(1).reason());
        assertEquals(referral.wishes(), referral.wishes().declining("130804297"));
    }

    private static Submission wishing() {
        var plain = ReferralFixtures.submission("ONA-IV");
        var preferred = new FamilyWishes.Wish("130804297", WishReason.RELATIVES_NEARBY);
        var declined = new FamilyWishes.Wish("340785161", WishReason.JOURNEY);
        return new Submission(
                plain.id(),
                plain.reference(),
                plain.therapiesSought(),
                plain.dossier(),
                plain.clinicalDossier(),
                plain.facts(),
                plain.identity(),
                null,
                false,
                new FamilyWishes(preferred, List.of(declined)));
    }

    @Test
    void notesOneEventForEachVersion() {
        var offer = offerTo("130804297");
        var referral = Referral.submitted(ReferralFixtures.submission("ONA-IV"), BASTIA, NOW);
        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        new Placing(referral).offerSeen(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);

        var sequences =
                referral.takeChanges().stream().map(c -> c.event().sequence()).toList();

        assertEquals(LongStream.rangeClosed(1, 5).boxed().toList(), sequences);
    }
}
