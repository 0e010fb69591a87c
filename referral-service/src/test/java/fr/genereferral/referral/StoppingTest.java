package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A hospital wants to stop once a hub has taken responsibility. */
class StoppingTest {
    private static final String MARSEILLE = "130804297";
    private static final Actor HUB = new Actor("subject", MARSEILLE, "hub_clinician");
    private static final Actor OTHER_HUB = new Actor("subject", "750100208", "hub_clinician");
    private static final List<String> ANY = List.of("ALREADY_ADMINISTERED", "PRODUCT_ORDERED", "OTHER");
    private static final List<String> EVEN_WITHOUT_CONSENT = List.of("ALREADY_ADMINISTERED");

    private final Offer offer = offerTo(MARSEILLE);
    private final Referral referral = offered(offer);
    private final InCharge inCharge = new InCharge(referral);

    @Test
    void endsWhenTheHubConfirmsAndTheHubReadsNoMore() {
        accept();
        assertFalse(referral.withdraw("FAMILY_DECISION", BASTIA, NOW));
        referral.takeChanges();

        inCharge.confirmCancellation(HUB, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        var closed = assertInstanceOf(ReferralEvent.ReferralClosed.class, lastEvent());
        assertEquals("FAMILY_DECISION", closed.reason());
        assertEquals(List.of(new AccessChange(MARSEILLE, false, NOW)), referral.takeAccessChanges());
    }

    @Test
    void isAsItWasWhenTheHubRefuses() {
        accept();
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);

        inCharge.refuseCancellation("PRODUCT_ORDERED", ANY, HUB, NOW);

        assertEquals(ReferralStatus.ACCEPTED, referral.state());
        assertNull(referral.withdrawalReason());
        assertEquals(List.of(), referral.takeAccessChanges());
        assertTrue(referral.actionsOf(BASTIA.organisation()).contains("WITHDRAW"));
    }

    @Test
    void cannotBeRefusedWithoutConsentBeforeCareHasBegun() {
        accept();
        referral.withdraw("CONSENT_WITHDRAWN", BASTIA, NOW);

        for (var reason : List.of("PRODUCT_ORDERED", "ALREADY_ADMINISTERED")) {
            assertRefused("INVALID", () -> inCharge.refuseCancellation(reason, EVEN_WITHOUT_CONSENT, HUB, NOW));
        }

        assertEquals(ReferralStatus.CANCEL_REQUESTED, referral.state());
    }

    @Test
    void cannotBeRefusedForAnOrderWhenTheChildHasDied() {
        accept();
        referral.withdraw("DECEASED", BASTIA, NOW);
        var holding = List.of("ALREADY_ADMINISTERED", "OTHER");

        assertRefused("INVALID", () -> inCharge.refuseCancellation("PRODUCT_ORDERED", holding, HUB, NOW));

        inCharge.refuseCancellation("OTHER", holding, HUB, NOW);
        assertEquals(ReferralStatus.ACCEPTED, referral.state());
        assertNull(referral.withdrawalReason());
    }

    @Test
    void takesAGraverReasonWhileItWaitsForAnAnswer() {
        accept();
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        assertRefused("MOVE_NOT_ALLOWED", () -> referral.withdraw("CARE_ELSEWHERE", BASTIA, NOW));
        assertEquals(List.of("DECEASED"), referral.withdrawalReasons(List.of("OTHER", "DECEASED", "ENTERED_IN_ERROR")));

        assertFalse(referral.withdraw("CONSENT_WITHDRAWN", BASTIA, NOW));

        assertEquals(ReferralStatus.CANCEL_REQUESTED, referral.state());
        assertEquals("CONSENT_WITHDRAWN", referral.withdrawalReason());
        assertRefused("INVALID", () -> inCharge.refuseCancellation("PRODUCT_ORDERED", EVEN_WITHOUT_CONSENT, HUB, NOW));
        assertRefused("MOVE_NOT_ALLOWED", () -> referral.withdraw("DECEASED", BASTIA, NOW));
        assertFalse(referral.actionsOf(BASTIA.organisation()).contains("WITHDRAW"));
    }

    @Test
    void takesAGraverReasonWhileAHubMayBeAccepting() {
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);

        assertFalse(referral.withdraw("DECEASED", BASTIA, NOW));
        assertTrue(referral.stopping());
        accept();

        assertEquals(ReferralStatus.CANCEL_REQUESTED, referral.state());
        assertEquals("DECEASED", referral.withdrawalReason());
    }

    @Test
    void isConfirmedByTheCoordinatorWhereTheHubKeepsSilent() {
        var coordinator = new Actor("subject", "national", "coordinator");
        accept();
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.confirmForTheHub(coordinator, NOW));
        referral.withdraw("DECEASED", BASTIA, NOW);
        assertEquals(List.of("ANSWER_CANCELLATION"), new Deciding(referral).actionsOfCoordinator());

        inCharge.confirmForTheHub(coordinator, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        assertEquals(List.of(new AccessChange(MARSEILLE, false, NOW)), referral.takeAccessChanges());
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.confirmForTheHub(coordinator, NOW));
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.confirmCancellation(HUB, NOW));
    }

    @Test
    void isAnsweredOnceAndByTheHubInChargeAlone() {
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.confirmCancellation(HUB, NOW));
        accept();
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.confirmCancellation(HUB, NOW));
        referral.withdraw("DECEASED", BASTIA, NOW);
        assertRefused("FORBIDDEN", () -> inCharge.confirmCancellation(OTHER_HUB, NOW));
        assertRefused("FORBIDDEN", () -> inCharge.confirmCancellation(BASTIA, NOW));
        assertRefused("MOVE_NOT_ALLOWED", () -> referral.withdraw("DECEASED", BASTIA, NOW));

        inCharge.confirmCancellation(HUB, NOW);

        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.confirmCancellation(HUB, NOW));
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.refuseCancellation("OTHER", EVEN_WITHOUT_CONSENT, HUB, NOW));
    }

    @Test
    void endsTheSameWayWhenItHadRacedWithTheYes() {
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        accept();
        assertEquals(ReferralStatus.CANCEL_REQUESTED, referral.state());

        inCharge.confirmCancellation(HUB, NOW);

        assertEquals(ReferralStatus.CANCELLED, referral.state());
        assertEquals("FAMILY_DECISION", referral.withdrawalReason());
    }

    /** That it shall end was on its way when the hub was first, and comes when that one has given the child back. */
    @Test
    void doesNotLeaveTheChildWithNobodyWhereItIsHeardAfterTheHubHasRefusedAndGivenItBack() {
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        accept();
        inCharge.refuseCancellation("PRODUCT_ORDERED", ANY, HUB, NOW);
        var placing = new Placing(referral);
        var givenBack = new Placing.Release("OFFER_GIVEN_BACK", "NO_CAPACITY", true);
        placing.offerReleased(offer.offerId(), NOW, givenBack, DIRECTORY, NOW);
        var next = offerTo("750100208");
        placing.offerMade(next, DIRECTORY, NOW);

        placing.offerWithdrawn(next.offerId(), NOW, false, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertInstanceOf(ReferralEvent.RoutingRequested.class, lastEvent());
    }

    @Test
    void asksNobodyWhenItShouldNeverHaveBeenThere() {
        accept();

        assertTrue(referral.withdraw("ENTERED_IN_ERROR", BASTIA, NOW));

        assertEquals(ReferralStatus.ENTERED_IN_ERROR, referral.state());
        assertEquals(List.of(new AccessChange(MARSEILLE, false, NOW)), referral.takeAccessChanges());
    }

    @Test
    void asksTheDirectoryFirstWhileAHubMayBeAcceptingWhatShouldNeverHaveBeenThere() {
        assertFalse(referral.withdraw("ENTERED_IN_ERROR", BASTIA, NOW));
        assertEquals(ReferralStatus.OFFERED, referral.state());

        accept();

        assertEquals(ReferralStatus.ENTERED_IN_ERROR, referral.state());
        assertInstanceOf(ReferralEvent.ReferralClosed.class, lastEvent());
    }

    @Test
    void isEnteredInErrorWhenTheOfferIsTakenBack() {
        referral.withdraw("ENTERED_IN_ERROR", BASTIA, NOW);

        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);

        assertEquals(ReferralStatus.ENTERED_IN_ERROR, referral.state());
    }

    private void accept() {
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        referral.takeAccessChanges();
    }

    private ReferralEvent lastEvent() {
        var changes = referral.takeChanges();
        return changes.get(changes.size() - 1).event();
    }

    private static void assertRefused(String code, Executable move) {
        assertEquals(code, assertThrows(Refused.class, move).code());
    }
}
