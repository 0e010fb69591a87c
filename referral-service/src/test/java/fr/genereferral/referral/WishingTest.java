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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.FamilyWishes.Wish;
import fr.genereferral.referral.ReferralEvent.ReferralMoved;
import fr.genereferral.referral.ReferralEvent.RoutingCancelled;
import fr.genereferral.referral.ReferralEvent.RoutingRequested;
import fr.genereferral.referral.Verdict.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The family changes its mind about where it goes. */
class WishingTest {
    private static final String MARSEILLE = "130804297";
    private static final String NECKER = "750100208";

    private final Offer offer = offerTo(MARSEILLE);

    @Test
    void endsTheOfferOfAHubThatIsDeclinedNowAndAsksAnewWithoutIt() {
        var referral = offered(offer);

        referral.wished(declining(MARSEILLE), BASTIA, NOW);

        var cancelled = assertInstanceOf(RoutingCancelled.class, lastEvent(referral));
        assertEquals("WISHES_CHANGED", cancelled.cause());
        assertEquals(ReferralStatus.OFFERED, referral.state());
        new Placing(referral).offerUnwished(offer.offerId(), NOW, DIRECTORY, NOW);
        var request = assertInstanceOf(RoutingRequested.class, lastEvent(referral));
        assertEquals(cancelled.routing() + 1, request.routing());
        assertEquals(List.of(MARSEILLE), request.hubsDeclinedByFamily());
        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertFalse(referral.reconsidering());
    }

    @Test
    void leavesAHubAloneThatTheFamilySaysNothingAgainst() {
        var referral = offered(offer);

        referral.wished(new FamilyWishes(wish(NECKER), List.of()), BASTIA, NOW);

        var moved = assertInstanceOf(ReferralMoved.class, lastEvent(referral));
        assertEquals("WISHES_CHANGED", moved.cause());
        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertFalse(referral.reconsidering());
    }

    /** The ranking is older than the wish. */
    @Test
    void doesNotLetTheNextHubBeAskedThatWasDeclinedMeanwhile() {
        var referral = offered(offer);
        referral.wished(declining(NECKER), BASTIA, NOW);
        new Placing(referral).offerDeclined(offer.offerId(), NOW, "NO_CAPACITY", "NEXT_HUB", DIRECTORY, NOW);
        var next = offerTo(NECKER);

        new Placing(referral).offerMade(next, DIRECTORY, NOW);

        assertInstanceOf(RoutingCancelled.class, lastEvent(referral));
        new Placing(referral).offerUnwished(next.offerId(), NOW, DIRECTORY, NOW);
        assertEquals(List.of(NECKER), requested(referral).hubsDeclinedByFamily());
    }

    /** A person has agreed with the family; another wish says nothing of that hub. */
    @Test
    void keepsAHubThatACoordinatorHasNamedThoughItWasDeclined() {
        var referral = offered(offer);
        referral.wished(declining(NECKER), BASTIA, NOW);
        new Placing(referral)
                .offerDeclined(offer.offerId(), NOW, "CLINICALLY_UNSUITABLE", "COORDINATOR", DIRECTORY, NOW);

        new Placing(referral).offerAssigned(offerTo(NECKER), "FAMILY_AGREES", DIRECTORY, NOW);
        referral.wished(new FamilyWishes(wish(MARSEILLE), List.of(wish(NECKER))), BASTIA, NOW);

        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertFalse(referral.reconsidering());
    }

    @Test
    void waitsToSeeWhoIsAskedBeforeItEndsASearch() {
        var referral = routing();
        referral.wished(declining(MARSEILLE), BASTIA, NOW);
        assertInstanceOf(ReferralMoved.class, lastEvent(referral));

        new Placing(referral).offerMade(offer, DIRECTORY, NOW);

        assertInstanceOf(RoutingCancelled.class, lastEvent(referral));
        new Placing(referral).offerUnwished(offer.offerId(), NOW, DIRECTORY, NOW);
        assertEquals(2, requested(referral).routing());
    }

    /** No hub shopping by way of a wish. */
    @ParameterizedTest
    @CsvSource({"CLINICALLY_UNSUITABLE, COORDINATOR, ESCALATED", "DATA_INSUFFICIENT, HOSPITAL, AWAITING_INFORMATION"})
    void leavesASearchWhereItHasEndedBeforeAnybodyHeardOfTheWish(String no, String follows, ReferralStatus state) {
        var referral = offered(offer);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);

        new Placing(referral).offerDeclined(offer.offerId(), NOW, no, follows, DIRECTORY, NOW);

        assertEquals(state, referral.state());
        assertInstanceOf(ReferralMoved.class, lastEvent(referral));
        assertFalse(referral.reconsidering());
    }

    @Test
    void leavesALastSilenceToTheCoordinator() {
        var referral = offered(offer);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);
        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);

        new Placing(referral).noHubFound("UNANSWERED", DIRECTORY, NOW);

        assertEquals(ReferralStatus.ESCALATED, referral.state());
    }

    /** The directory has gone on before it heard of the wish, and has taken back what it had gone on to. */
    @Test
    void searchesAnewWhereTheNextHubWasAskedMeanwhile() {
        var referral = offered(offer);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);
        new Placing(referral).offerDeclined(offer.offerId(), NOW, "NO_CAPACITY", "NEXT_HUB", DIRECTORY, NOW);
        var next = offerTo(NECKER);
        new Placing(referral).offerMade(next, DIRECTORY, NOW);

        new Placing(referral).offerUnwished(next.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(2, requested(referral).routing());
    }

    /** The news of the wish was long on its way: a coordinator has named a hub in between. */
    @Test
    void neverWaitsForASearchThatNobodyHasAskedFor() {
        var referral = offered(offer);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);
        new Placing(referral)
                .offerDeclined(offer.offerId(), NOW, "CLINICALLY_UNSUITABLE", "COORDINATOR", DIRECTORY, NOW);
        var named = offerTo(NECKER);
        new Placing(referral).offerAssigned(named, "HUB_AGREED", DIRECTORY, NOW);

        new Placing(referral).offerUnwished(named.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(2, requested(referral).routing());
    }

    /** A verdict is another thing than a wish. */
    @Test
    void doesNotKeepAVerdictFromEndingTheSearch() {
        var referral = submitted("ONA-IV", "UPS");
        referral.assessed(
                assessment(verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(
                assessment("FACTS", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE)),
                RULES,
                NOW);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);

        new Placing(referral)
                .offerDeclined(offer.offerId(), NOW, "CLINICALLY_UNSUITABLE", "COORDINATOR", DIRECTORY, NOW);

        assertEquals("UPS", requested(referral).therapy());
    }

    /** Nobody has heard of either when the hub says no: it is the verdict that leads on. */
    @ParameterizedTest
    @CsvSource({"true, NOT_ELIGIBLE", "true, ELIGIBLE", "false, NOT_ELIGIBLE", "false, ELIGIBLE"})
    void doesNotSwallowAVerdictThatComesAfterIt(boolean declined, Outcome other) {
        var referral = submitted("ONA-IV", "UPS");
        referral.assessed(
                assessment(verdict("ONA-IV", Outcome.ELIGIBLE), verdict("UPS", Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(
                assessment("FACTS", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE), verdict("UPS", other)), RULES, NOW);

        var cancelled = assertInstanceOf(RoutingCancelled.class, lastEvent(referral));
        assertEquals("NEW_VERDICT", cancelled.cause());
        assertEquals(1, cancelled.routing());
        nobodyElseIsAsked(referral, declined);
        assertEquals(
                other == Outcome.ELIGIBLE ? ReferralStatus.ROUTING : ReferralStatus.NOT_ELIGIBLE, referral.state());
        assertFalse(referral.reconsidering());
    }

    private void nobodyElseIsAsked(Referral referral, boolean declined) {
        if (declined) {
            new Placing(referral)
                    .offerDeclined(offer.offerId(), NOW, "CLINICALLY_UNSUITABLE", "COORDINATOR", DIRECTORY, NOW);
            return;
        }
        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral).noHubFound("UNANSWERED", DIRECTORY, NOW);
    }

    /** The hub would have been asked for the same: the wish ends the search as it does without the verdict. */
    @Test
    void endsTheSearchAloneWhereAVerdictBearsItOut() {
        var referral = offered(offer);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        assertInstanceOf(ReferralMoved.class, lastEvent(referral));
        new Placing(referral)
                .offerDeclined(offer.offerId(), NOW, "CLINICALLY_UNSUITABLE", "COORDINATOR", DIRECTORY, NOW);
        assertEquals(ReferralStatus.ESCALATED, referral.state());
    }

    @Test
    void letsAHubKeepTheChildThatWasFirst() {
        var referral = offered(offer);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);

        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ACCEPTED, referral.state());
        assertFalse(referral.reconsidering());
    }

    @Test
    void endsASearchOnce() {
        var referral = offered(offer);
        referral.wished(declining(MARSEILLE), BASTIA, NOW);
        referral.takeChanges();

        referral.wished(declining(MARSEILLE, NECKER), BASTIA, NOW);

        assertInstanceOf(ReferralMoved.class, lastEvent(referral));
        new Placing(referral).offerUnwished(offer.offerId(), NOW, DIRECTORY, NOW);
        assertEquals(List.of(MARSEILLE, NECKER), requested(referral).hubsDeclinedByFamily());
    }

    @Test
    void isTakenByTheSearchThatBeginsLater() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(missing("ONA-IV", null)), RULES, NOW);

        referral.wished(new FamilyWishes(wish(NECKER), List.of(wish(MARSEILLE))), BASTIA, NOW);
        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        var request = requested(referral);
        assertEquals(NECKER, request.hubPreferred());
        assertEquals(List.of(MARSEILLE), request.hubsDeclinedByFamily());
    }

    @Test
    void changesNothingInTheSameWords() {
        var referral = offered(offer);
        referral.wished(declining(NECKER), BASTIA, NOW);
        var version = referral.version();
        referral.takeChanges();

        referral.wished(declining(NECKER), BASTIA, NOW);

        assertEquals(version, referral.version());
        assertEquals(List.of(), referral.takeChanges());
    }

    @Test
    void keepsWhatAHubHasHeardUnlessTheHospitalNamesThatHub() {
        var referral = offered(offer);
        new Placing(referral).offerDeclined(offer.offerId(), NOW, "FAMILY_PREFERENCE", "NEXT_HUB", DIRECTORY, NOW);

        referral.wished(declining(NECKER), BASTIA, NOW);

        assertEquals(List.of(NECKER, MARSEILLE), referral.wishes().declinedHubs());
        referral.wished(new FamilyWishes(wish(MARSEILLE), List.of()), BASTIA, NOW);
        assertEquals(List.of(), referral.wishes().declinedHubs());
    }

    @Test
    void isForTheHospitalThatSentItAndNotOnceTheSearchIsToStop() {
        var referral = offered(offer);
        var other = new Actor("subject", NECKER, "referrer");
        assertEquals("FORBIDDEN", refusal(referral, other));

        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);

        assertEquals("MOVE_NOT_ALLOWED", refusal(referral, BASTIA));
        assertTrue(referral.stopping());
    }

    private static String refusal(Referral referral, Actor by) {
        return assertThrows(Refused.class, () -> referral.wished(declining(MARSEILLE), by, NOW))
                .code();
    }

    private static Referral routing() {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        referral.takeChanges();
        return referral;
    }

    private static FamilyWishes declining(String... hubs) {
        return new FamilyWishes(null, Stream.of(hubs).map(WishingTest::wish).toList());
    }

    private static Wish wish(String hub) {
        return new Wish(hub, WishReason.JOURNEY);
    }

    private static RoutingRequested requested(Referral referral) {
        return assertInstanceOf(RoutingRequested.class, lastEvent(referral));
    }

    private static ReferralEvent lastEvent(Referral referral) {
        var changes = referral.takeChanges();
        return changes.get(changes.size() - 1).event();
    }
}
