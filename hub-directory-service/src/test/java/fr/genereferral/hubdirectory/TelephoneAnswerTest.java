package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.PlacementBuilder.answer;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.PlacementEvent.HeardBy;
import fr.genereferral.hubdirectory.PlacementEvent.OfferAccepted;
import fr.genereferral.hubdirectory.PlacementEvent.OfferDeclined;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hub answers by telephone, and somebody else writes it down. */
class TelephoneAnswerTest {
    private final PlacementBuilder builder = aPlacementFor(aRequest().livingIn("35"));

    @Test
    void isAYesOfTheHubAndNamesWhoHasWrittenItDown() {
        var offer = builder.liveOffer();
        builder.build().takeEvents();

        builder.build().accept(heard(offer.id(), NOW), true);

        var accepted = (OfferAccepted) builder.build().takeEvents().get(0);
        assertEquals(NANTES, accepted.hub());
        assertEquals(new HeardBy("national", "coordinator", AnswerChannel.TELEPHONE, NOW), accepted.heardBy());
        assertEquals("a-coordinator", offer.answeredBy());
        assertEquals(HubFunction.PHYSICIAN, offer.heard().function());
        assertEquals(1, builder.build().takeSlotMoves().size(), "it takes a place");
        assertEquals(PlacementState.ACCEPTED, builder.build().state());
    }

    @Test
    void isANoThatAsksTheNextHub() {
        var offer = builder.liveOffer();
        builder.build().takeEvents();

        builder.build().decline(heard(offer.id(), NOW), DeclineReason.NO_CAPACITY, builder.succession());

        var declined = (OfferDeclined) builder.build().takeEvents().get(0);
        assertEquals("coordinator", declined.heardBy().role());
        assertEquals(DeclineReason.NO_CAPACITY, declined.reason());
        assertEquals(NECKER, builder.liveOffer().hub().id());
        assertNull(builder.liveOffer().heard());
    }

    @Test
    void leavesNoTraceInAnAnswerThatTheHubGivesItself() {
        builder.build().takeEvents();

        builder.accepted();

        assertNull(((OfferAccepted) builder.build().takeEvents().get(0)).heardBy());
        assertNull(builder.lastOffer().heard());
    }

    @Test
    void wasSaidAfterTheHubWasAskedAndNotLaterThanItIsWrittenDown() {
        var offer = builder.liveOffer();

        for (var saidAt : new Instant[] {NOW.minusSeconds(1), NOW.plusSeconds(61)}) {
            var refused = assertThrows(Refused.class, () -> builder.build().accept(heard(offer.id(), saidAt), true));
            assertEquals("/saidAt", refused.violations().get(0).pointer());
            assertThrows(Refused.class, () -> builder.build()
                    .decline(heard(offer.id(), saidAt), DeclineReason.OTHER, builder.succession()));
        }

        assertTrue(offer.isOpen());
    }

    /** Who telephones looks at the hour and the minute. */
    @Test
    void mayBeSaidInTheMinuteInWhichTheHubWasAsked() {
        var asked = NOW.plusSeconds(40);

        new Heard(AnswerChannel.TELEPHONE, "national", HubFunction.OTHER, null, NOW).mustLieBetween(asked, asked);

        assertEquals(NOW, builder.liveOffer().offeredAt());
    }

    @Test
    void isTooLateWhenTheHubHasAnsweredItselfMeanwhile() {
        var offer = builder.liveOffer();
        builder.accepted();

        var refused = assertThrows(Refused.class, () -> builder.build().accept(heard(offer.id(), NOW), true));

        assertEquals("OFFER_NO_LONGER_OPEN", refused.code());
        assertEquals(NANTES, refused.holder().orElseThrow().hub().id());
        assertEquals(List.of("GIVE_BACK"), refused.actions());
        assertNull(offer.heard());
    }

    @Test
    void isRefusedWhereTheHubMayNotTakeTheChildToday() {
        var offer = builder.liveOffer();

        var refused = assertThrows(Refused.class, () -> builder.build().accept(heard(offer.id(), NOW), false));

        assertEquals("HUB_NOT_ACCREDITED", refused.code());
        assertTrue(offer.isOpen());
    }

    @Test
    void countsWhenItComesLateAsTheHubsOwnWould() {
        var late = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var first = late.liveOffer();
        var placement = late.silent().silent().build();

        var terms = new AcceptanceTerms(null, null, List.of(), List.of("IMAGING"));

        placement.acceptLate(heard(first.id(), NOW).with(terms), true, late.run(), late.succession());

        var taken = placement.accepted().orElseThrow();
        assertEquals(first.hub(), taken.hub());
        assertEquals(terms, taken.terms());
        assertNull(first.terms());
        assertEquals(NOW, taken.heard().saidAt());
        assertNull(first.heard(), "the old offer stays what it has become");
    }

    @Test
    void isNotSaidBeforeTheOfferThatHasExpired() {
        var late = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var first = late.liveOffer();
        var placement = late.silent().silent().build();

        assertThrows(
                Refused.class,
                () -> placement.acceptLate(
                        heard(first.id(), NOW.minusSeconds(1)), true, late.run(), late.succession()));

        assertEquals(PlacementState.ESCALATED, placement.state());
    }

    @Test
    void isNamedToWhoWritesItDownByWhatIsLeftToWriteDown() {
        var refused = Refused.because("NO_SLOT_LEFT").named(action -> Optional.of("RECORD_" + action));

        assertEquals("NO_SLOT_LEFT", refused.code());
        assertEquals(List.of("RECORD_DECLINE"), refused.actions());
    }

    @Test
    void leavesOutWhatOnlyTheHubItselfMayDo() {
        var offer = builder.liveOffer();
        builder.accepted();
        var refused = assertThrows(Refused.class, () -> builder.build().accept(heard(offer.id(), NOW), true));

        assertEquals(List.of(), refused.named(action -> Optional.empty()).actions());
    }

    @Test
    void keepsWhatIsInTheWayWhenItIsNamedOtherwise() {
        var refused = Refused.notAble(ExclusionReason.PAUSED).named(action -> Optional.of("RECORD_" + action));

        assertEquals(Optional.of(ExclusionReason.PAUSED), refused.exclusion());
    }

    private static Answer heard(UUID offer, Instant saidAt) {
        var heard = new Heard(AnswerChannel.TELEPHONE, "national", HubFunction.PHYSICIAN, null, saidAt);
        return new Answer(offer, "a-coordinator", answer(offer).at(), heard);
    }
}
