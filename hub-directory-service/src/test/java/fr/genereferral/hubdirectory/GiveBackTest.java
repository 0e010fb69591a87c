package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.PlacementBuilder.answer;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hub takes its yes back. */
class GiveBackTest {

    @ParameterizedTest
    @EnumSource(GiveBackReason.class)
    void asksTheNextHubAndFreesThePlaceOnce(GiveBackReason reason) {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted();
        var placement = builder.build();
        var offer = builder.lastOffer();
        placement.takeEvents();
        placement.takeSlotMoves();

        builder.givenBack(reason);

        var said = placement.takeEvents();
        var withdrawn = (OfferWithdrawn) said.get(0);
        assertEquals(WithdrawalCause.GIVEN_BACK, withdrawn.cause());
        assertEquals(reason, withdrawn.reason());
        assertEquals(List.of(3L, 4L), said.stream().map(HubEvent::sequence).toList());
        assertEquals(NECKER, builder.liveOffer().hub().id());
        assertEquals(PlacementState.OFFERED, placement.state());
        assertEquals(OfferState.WITHDRAWN, offer.state());
        assertEquals(NOW, offer.acceptedAt());
        var freed = new SlotMove.Free(offer.id(), NANTES, SlotMove.Cause.GIVEN_BACK);
        assertEquals(List.of(freed), placement.takeSlotMoves());
        placement.close(NOW);
        assertEquals(List.of(), placement.takeSlotMoves());
    }

    @Test
    void isTheCoordinatorsWhenNobodyElseCanBeAsked() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"))
                .declined(DeclineReason.NO_CAPACITY)
                .accepted();
        var hub = builder.lastOffer().hub().id();
        builder.build().takeEvents();

        builder.givenBack(GiveBackReason.NO_CAPACITY);

        var nobody = (PlacementEvent.NoHubFound) builder.build().takeEvents().get(1);
        assertTrue(nobody.declined().contains(hub));
        assertEquals(PlacementState.ESCALATED, builder.build().state());
    }

    @Test
    void saysThatTheDirectoryIsWrongWhenTheHubHasLostWhatItHad() {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted();

        builder.givenBack(GiveBackReason.CAPABILITY_LOST);

        assertEquals(NANTES, builder.build().takeAnomalies().get(0).report().hub());
    }

    @Test
    void asksNobodyElseWhileTheHospitalWantsToStop() {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted();
        var placement = builder.build();
        placement.takeEvents();
        placement.stopWanted(true);

        builder.givenBack(GiveBackReason.NO_CAPACITY);

        var withdrawn = (OfferWithdrawn) placement.takeEvents().get(0);
        assertEquals(WithdrawalCause.WITHDRAWN_BY_HOSPITAL, withdrawn.cause());
        assertEquals(PlacementState.STOPPED, placement.state());
        assertTrue(placement.awaits(2));
    }

    @Test
    void asksTheNextHubAgainOnceTheHospitalDoesNotWantToStopAnyLonger() {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted();
        builder.build().stopWanted(true);
        builder.build().stopWanted(false);

        builder.givenBack(GiveBackReason.NO_CAPACITY);

        assertEquals(NECKER, builder.liveOffer().hub().id());
    }

    @Test
    void isRefusedBeforeAYesAndSaysWhatCanBeDone() {
        var builder = aPlacementFor(aRequest().livingIn("35"));

        var refused = assertThrows(Refused.class, () -> builder.givenBack(GiveBackReason.OTHER));

        assertEquals("OFFER_NOT_ACCEPTED", refused.code());
        assertEquals(List.of("ACCEPT", "DECLINE"), refused.actions());
        assertTrue(builder.liveOffer().isOpen());
    }

    @Test
    void isRefusedTwiceAndAfterTheReferralHasEnded() {
        var twice = aPlacementFor(aRequest().livingIn("35")).accepted();
        var given = answer(twice.lastOffer().id());
        twice.givenBack(GiveBackReason.OTHER);
        var late = aPlacementFor(aRequest().livingIn("35")).accepted();
        late.build().close(NOW);

        var again = assertThrows(
                Refused.class, () -> twice.build().giveBack(given, GiveBackReason.OTHER, twice.succession()));
        assertEquals(NECKER, again.holder().orElseThrow().hub().id());
        assertEquals(List.of(), again.actions());
        assertThrows(Refused.class, () -> late.givenBack(GiveBackReason.OTHER));
    }

    @Test
    void asksAHubAgainInALaterRoutingUnlessItsReasonIsForGood() {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted().givenBack(GiveBackReason.NO_CAPACITY);
        assertFalse(builder.refusals().containsKey(NANTES));

        builder.accepted().givenBack(GiveBackReason.FAMILY_PREFERENCE);

        assertEquals(ExclusionReason.REFUSED_BY_FAMILY, builder.refusals().get(NECKER));
    }
}
