package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The family does not go to the hub that is asked any more. */
class UnwishedOfferTest {

    @Test
    void isTakenBackAndTheNextSearchLeavesTheHubOut() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        assertEquals(NANTES, builder.liveOffer().hub().id());
        builder.build().takeEvents();

        builder.build().cancel(1, WithdrawalCause.WISHES_CHANGED, NOW);

        var withdrawn = (OfferWithdrawn) builder.build().takeEvents().get(0);
        assertEquals(WithdrawalCause.WISHES_CHANGED, withdrawn.cause());
        assertEquals(PlacementState.STOPPED, builder.build().state());
        builder.routed(aRequest().number(2).livingIn("35").declining(NANTES));
        assertNotEquals(NANTES, builder.liveOffer().hub().id());
        assertEquals(
                ExclusionReason.REFUSED_BY_FAMILY,
                builder.run().excluded().stream()
                        .filter(exclusion -> exclusion.hub().id().equals(NANTES))
                        .findFirst()
                        .orElseThrow()
                        .reason());
    }

    /** A wish says nothing of a clinical no. */
    @Test
    void leavesWhatHasComeToTheCoordinatorToHim() {
        var placement = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.CLINICALLY_UNSUITABLE)
                .build();
        placement.takeEvents();

        placement.cancel(1, WithdrawalCause.WISHES_CHANGED, NOW);

        assertEquals(PlacementState.ESCALATED, placement.state());
        assertEquals(List.of(), placement.takeEvents());
    }
}
