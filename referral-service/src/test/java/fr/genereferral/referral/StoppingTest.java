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

        inCharge.refuseCancellation("PRODUCT_ORDERED", EVEN_WITHOUT_CONSENT, HUB, NOW);

        assertEquals(ReferralStatus.ACCEPTED, referral.state());
        assertNull(referral.withdrawalReason());
        assertEquals(List.of(), referral.takeAccessChanges());
        assertTrue(referral.actionsOf(BASTIA.organisation()).contains("WITHDRAW"));
    }

    @Test
    void cannotBeRefusedForAnOrderWhenConsentWasTakenBack() {
        accept();
        referral.withdraw("CONSENT_WITHDRAWN", BASTIA, NOW);

        assertRefused("INVALID", () -> inCharge.refuseCancellation("PRODUCT_ORDERED", EVEN_WITHOUT_CONSENT, HUB, NOW));

        inCharge.refuseCancellation("ALREADY_ADMINISTERED", EVEN_WITHOUT_CONSENT, HUB, NOW);
        assertEquals(ReferralStatus.ACCEPTED, referral.state());
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
