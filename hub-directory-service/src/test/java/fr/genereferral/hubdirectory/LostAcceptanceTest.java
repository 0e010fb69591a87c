package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hub has lost its accreditation after it had accepted, and the coordinator says what follows. */
class LostAcceptanceTest {
    private static final Loss LOSS = new Loss(UUID.randomUUID(), NANTES, "ONA-IV", TODAY, null, NOW);

    private final PlacementBuilder builder =
            aPlacementFor(aRequest().livingIn("35")).accepted();
    private final Placement placement = builder.build();
    private final Offer offer = builder.lastOffer();

    LostAcceptanceTest() {
        placement.takeEvents();
        placement.takeSlotMoves();
    }

    @Test
    void movesTheChildToTheNextHubAndFreesThePlaceOnce() {
        confirm(LossDecision.MOVE);

        var withdrawn = (OfferWithdrawn) placement.takeEvents().get(0);
        assertEquals(WithdrawalCause.ACCREDITATION_LOST, withdrawn.cause());
        assertEquals(NECKER, builder.liveOffer().hub().id());
        var freed = new SlotMove.Free(offer.id(), NANTES, SlotMove.Cause.ACCREDITATION_LOST);
        assertEquals(List.of(freed), placement.takeSlotMoves());
        assertEquals(1, placement.takeLossConfirmations().size());
        assertEquals(
                "NOTHING_TO_CONFIRM",
                assertThrows(Refused.class, () -> confirm(LossDecision.MOVE)).code());
    }

    @Test
    void leavesTheChildWhereItIs() {
        confirm(LossDecision.KEEP);

        assertEquals(List.of(), placement.takeEvents());
        assertEquals(OfferState.ACCEPTED, offer.state());
        assertEquals(
                LossDecision.KEEP,
                placement.takeLossConfirmations().get(0).word().decision());
    }

    @Test
    void movesTheChildNowhereWhileTheHospitalWantsToStop() {
        placement.stopWanted(true);

        confirm(LossDecision.MOVE);

        var withdrawn = (OfferWithdrawn) placement.takeEvents().get(0);
        assertEquals(WithdrawalCause.WITHDRAWN_BY_HOSPITAL, withdrawn.cause());
        assertEquals(PlacementState.STOPPED, placement.state());
    }

    @Test
    void decidesNothingAboutAChildWhoWasGivenBackOrWhoseReferralHasEnded() {
        var closed = aPlacementFor(aRequest().livingIn("35")).accepted();
        closed.build().close(NOW);
        builder.givenBack(GiveBackReason.OTHER);

        assertThrows(Refused.class, () -> confirm(LossDecision.KEEP));
        assertThrows(Refused.class, () -> confirm(closed, LossDecision.MOVE));
    }

    private void confirm(LossDecision decision) {
        placement.confirmLoss(said(offer, decision), builder.succession(), NOW);
    }

    private static void confirm(PlacementBuilder other, LossDecision decision) {
        other.build().confirmLoss(said(other.lastOffer(), decision), other.succession(), NOW);
    }

    private static LossConfirmation said(Offer offer, LossDecision decision) {
        var word = new LossConfirmation.Word(decision, LossReason.OTHER);
        return new LossConfirmation(
                UUID.randomUUID(), offer.id(), LOSS, word, new EntryChange.Hand("a-coordinator", NOW));
    }
}
