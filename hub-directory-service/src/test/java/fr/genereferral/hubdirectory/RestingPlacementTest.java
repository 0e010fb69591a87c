package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import org.junit.jupiter.api.Test;

/** The child is referred by another referral too, which lives on; it may come out that they were two children. */
class RestingPlacementTest {

    @Test
    void asksNobodyUntilASearchIsAskedForAgain() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        builder.build().cancel(1, WithdrawalCause.MERGED, NOW);
        builder.build().takeEvents();

        builder.build().rest(NOW);

        assertEquals(PlacementState.STOPPED, builder.build().state());
        assertTrue(builder.build().takeEvents().isEmpty());
        builder.routed(aRequest().number(2).livingIn("35"));
        assertEquals(PlacementState.OFFERED, builder.build().state());
    }

    /** The merge may be called off: only its end is an end. */
    @Test
    void leavesASearchToTheCoordinatorUntilTheReferralHasEnded() {
        var placement = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.CLINICALLY_UNSUITABLE)
                .build();
        placement.takeEvents();

        placement.cancel(1, WithdrawalCause.MERGED, NOW);

        assertEquals(PlacementState.ESCALATED, placement.state());
        assertTrue(placement.takeEvents().isEmpty());
        placement.rest(NOW);
        assertEquals(PlacementState.STOPPED, placement.state());
    }

    @Test
    void endsASearchThatHasComeToTheCoordinator() {
        var placement = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.CLINICALLY_UNSUITABLE)
                .build();
        placement.takeEvents();

        placement.rest(NOW);

        assertEquals(PlacementState.STOPPED, placement.state());
        assertTrue(placement.takeEvents().isEmpty());
        assertTrue(placement.awaits(2));
    }

    /** One that had kept silent has said yes before it was heard: its place is free, and it may be asked again. */
    @Test
    void takesBackAYesThatCameTooLate() {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted();
        var placement = builder.build();
        placement.takeEvents();
        placement.takeSlotMoves();

        placement.rest(NOW);

        var withdrawn = (OfferWithdrawn) placement.takeEvents().get(0);
        assertEquals(WithdrawalCause.MERGED, withdrawn.cause());
        assertEquals(1, placement.takeSlotMoves().size());
        assertFalse(placement.accepted().isPresent());
        assertTrue(placement.awaits(2));
    }

    @Test
    void isClosedForGoodWhenTheReferralEndsAfterAll() {
        var placement = aPlacementFor(aRequest().livingIn("35")).build();
        placement.rest(NOW);

        placement.close(NOW);

        assertFalse(placement.awaits(2));
    }
}
