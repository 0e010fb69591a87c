package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.PlacementBuilder.answer;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.PlacementEvent.NoHubFound;
import fr.genereferral.hubdirectory.PlacementEvent.OfferDeclined;
import fr.genereferral.hubdirectory.PlacementEvent.OfferMade;
import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {

    @Test
    void asksTheFirstHubOfTheRanking() {
        var placement = aPlacementFor(aRequest().livingIn("35")).build();

        var made = (OfferMade) placement.takeEvents().get(0);
        assertEquals(NANTES, made.hub().id());
        assertEquals(1, made.sequence());
        assertEquals(1, made.rank());
        assertEquals(10, made.candidates());
        assertEquals(2, made.next().size());
        assertTrue(made.illustrative());
        assertEquals(PlacementState.OFFERED, placement.state());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_CAPACITY", "CAPABILITY_LOST", "FAMILY_PREFERENCE", "CONFLICT_OF_INTEREST", "OTHER"})
    void asksTheNextHubOfTheSameRunAfterADecline(DeclineReason reason) {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        builder.build().takeEvents();

        var events = builder.declined(reason).build().takeEvents();

        var declined = (OfferDeclined) events.get(0);
        var made = (OfferMade) events.get(1);
        assertEquals(DeclineReason.Follows.NEXT_HUB, declined.follows());
        assertEquals(List.of(2L, 3L), events.stream().map(HubEvent::sequence).toList());
        assertEquals(NECKER, made.hub().id());
        assertEquals(2, made.rank());
        assertEquals(builder.run().id(), made.matchRunId());
    }

    @Test
    void leavesAClinicalRefusalToTheCoordinator() {
        var placement = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.CLINICALLY_UNSUITABLE)
                .build();

        assertEquals(PlacementState.ESCALATED, placement.state());
        assertEquals(1, placement.allOffers().size());
    }

    @Test
    void leavesMissingDataToTheHospital() {
        var placement = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.DATA_INSUFFICIENT)
                .build();

        assertEquals(PlacementState.AWAITING_INFORMATION, placement.state());
    }

    @Test
    void escalatesWhenTheLastHubHasDeclined() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75")).declined(DeclineReason.NO_CAPACITY);
        builder.build().takeEvents();

        var events = builder.declined(DeclineReason.NO_CAPACITY).build().takeEvents();

        var nobody = (NoHubFound) events.get(1);
        assertEquals(List.of(ROTHSCHILD, MONTPELLIER), nobody.declined());
        assertEquals(builder.run().excluded(), nobody.excluded());
        assertEquals(PlacementState.ESCALATED, builder.build().state());
    }

    @Test
    void escalatesAtOnceWhenNobodyIsAble() {
        var placement =
                aPlacementFor(aRequest().forTherapy("LUX").livingIn("75")).build();

        var nobody = (NoHubFound) placement.takeEvents().get(0);
        assertEquals(List.of(), nobody.declined());
        assertEquals(25, nobody.excluded().size());
    }

    @Test
    void passesOverAHubThatHasLostItsAccreditationSinceTheRun() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        DirectoryFixtures.hub(builder.directory(), NECKER)
                .endAccreditation("ONA-IV", TODAY, Accreditation.EndReason.WITHDRAWN_BY_AUTHORITY, "test", NOW);

        builder.declined(DeclineReason.NO_CAPACITY);

        assertEquals(3, builder.liveOffer().rank());
    }

    @Test
    void asksTheNextHubWhenTheOneThatIsAskedLosesItsAccreditation() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var placement = builder.build();
        placement.takeEvents();
        end(builder, NANTES, "ONA-IV", TODAY);

        placement.loseAccreditation(builder.succession(), NOW);

        var events = placement.takeEvents();
        var withdrawn = (OfferWithdrawn) events.get(0);
        assertEquals(WithdrawalCause.ACCREDITATION_ENDED, withdrawn.cause());
        assertEquals(NANTES, withdrawn.hub());
        assertEquals(NECKER, ((OfferMade) events.get(1)).hub().id());
        assertEquals(List.of(2L, 3L), events.stream().map(HubEvent::sequence).toList());
        assertEquals(PlacementState.OFFERED, placement.state());
    }

    @Test
    void escalatesWhenTheLastHubLosesItsAccreditationAndSaysSo() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75")).declined(DeclineReason.NO_CAPACITY);
        end(builder, MONTPELLIER, "UPS", TODAY);
        builder.build().takeEvents();

        builder.build().loseAccreditation(builder.succession(), NOW);

        var nobody = (NoHubFound) builder.build().takeEvents().get(1);
        assertEquals(List.of(ROTHSCHILD), nobody.declined());
        assertTrue(nobody.excluded().stream()
                .anyMatch(e -> e.hub().id().equals(MONTPELLIER) && e.reason() == ExclusionReason.NOT_ACCREDITED));
        assertEquals(PlacementState.ESCALATED, builder.build().state());
    }

    @Test
    void leavesAnOfferOpenUntilTheDayOnWhichTheAccreditationEnds() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        end(builder, NANTES, "ONA-IV", TODAY.plusDays(1));

        builder.build().loseAccreditation(builder.succession(), NOW);

        assertEquals(NANTES, builder.liveOffer().hub().id());
    }

    @Test
    void leavesAHubThatSaidYesToTheCoordinator() {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted();
        builder.build().takeEvents();
        end(builder, NANTES, "ONA-IV", TODAY);

        builder.build().loseAccreditation(builder.succession(), NOW);

        assertEquals(List.of(), builder.build().takeEvents());
        assertEquals(PlacementState.ACCEPTED, builder.build().state());
    }

    @Test
    void opensAnAnomalyWhenAHubSaysItLostACapability() {
        var placement = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.CAPABILITY_LOST)
                .build();

        var anomaly = placement.takeAnomalies().get(0);
        assertEquals(NANTES, anomaly.report().hub());
        assertEquals("ONA-IV", anomaly.report().therapy());
    }

    @Test
    void tellsALateHubWhoHasTheChild() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var late = builder.liveOffer().id();
        var placement = builder.declined(DeclineReason.NO_CAPACITY).accepted().build();

        var refused = assertThrows(Refused.class, () -> placement.accept(answer(late), true));

        var holder = refused.holder().orElseThrow();
        assertEquals("OFFER_NO_LONGER_OPEN", refused.code());
        assertEquals(OfferState.DECLINED, holder.offer());
        assertEquals(PlacementState.ACCEPTED, holder.placement());
        assertEquals(NECKER, holder.hub().id());
    }

    @Test
    void refusesAYesFromAHubThatIsNotAccreditedToday() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var offer = builder.liveOffer().id();

        var refused = assertThrows(Refused.class, () -> builder.build().accept(answer(offer), false));

        assertEquals("HUB_NOT_ACCREDITED", refused.code());
        assertTrue(builder.liveOffer().isOpen());
    }

    @Test
    void takesTheLiveOfferBackWhenTheRoutingIsCancelled() {
        var placement = aPlacementFor(aRequest().livingIn("35")).build();
        placement.takeEvents();

        placement.cancel(1, WithdrawalCause.WITHDRAWN_BY_HOSPITAL, NOW);
        placement.cancel(1, WithdrawalCause.WITHDRAWN_BY_HOSPITAL, NOW);

        var withdrawn = (OfferWithdrawn) placement.takeEvents().get(0);
        assertEquals(2, withdrawn.sequence());
        assertEquals(2, placement.version());
        assertEquals(PlacementState.STOPPED, placement.state());
    }

    /** Of a later one nothing is known here: a hub was responsible when it came, and has given the child back since. */
    @Test
    void takesTheLiveOfferBackWhenALaterRoutingIsCancelledThanItKnows() {
        var placement = aPlacementFor(aRequest().livingIn("35")).build();
        placement.takeEvents();

        placement.cancel(2, WithdrawalCause.NEW_VERDICT, NOW);

        assertEquals(PlacementState.STOPPED, placement.state());
    }

    @Test
    void isNotMovedWhenAnEarlierRoutingIsCancelled() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        builder.routed(aRequest().number(2).livingIn("35"));

        builder.build().cancel(1, WithdrawalCause.NEW_VERDICT, NOW);

        assertTrue(builder.liveOffer().isOpen());
    }

    @Test
    void saysNothingWhenARoutingIsCancelledAfterAYes() {
        var placement = aPlacementFor(aRequest().livingIn("35")).accepted().build();
        placement.takeEvents();

        placement.cancel(1, WithdrawalCause.WITHDRAWN_BY_HOSPITAL, NOW);

        assertEquals(List.of(), placement.takeEvents());
        assertEquals(PlacementState.ACCEPTED, placement.state());
    }

    @Test
    void isNotMovedByALaterRoutingOnceAccepted() {
        var placement = aPlacementFor(aRequest().livingIn("35")).accepted().build();

        assertFalse(placement.awaits(2));
    }

    @Test
    void freesThePlaceOnceWhenTheReferralEnds() {
        var builder = aPlacementFor(aRequest().livingIn("35")).accepted();
        var placement = builder.build();
        var offer = placement.allOffers().get(0);
        placement.takeSlotMoves();

        placement.complete(NOW);
        placement.close(NOW);

        var freed = new SlotMove.Free(offer.id(), NANTES, SlotMove.Cause.COMPLETED);
        assertEquals(List.of(freed), placement.takeSlotMoves());
        assertEquals(OfferState.ACCEPTED, offer.state());
        assertFalse(placement.awaits(2));
    }

    @Test
    void notesTheFirstLookOnly() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var offer = builder.liveOffer().id();

        builder.build().see(answer(offer));
        builder.build().see(new Answer(offer, "another", NOW.plusSeconds(60)));

        assertEquals(NOW, builder.liveOffer().seenAt());
        assertEquals(2, builder.build().version());
    }

    @Test
    void givesTheHubThatWantedMoreDataItsPlaceBack() {
        var builder = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.NO_CAPACITY)
                .declined(DeclineReason.DATA_INSUFFICIENT);

        builder.routed(aRequest().number(2).livingIn("35"));

        assertEquals(NECKER, builder.liveOffer().hub().id());
        assertEquals(1, builder.liveOffer().rank());
    }

    @Test
    void asksAFullHubAgainInALaterRoutingButNeverOneThatTheFamilyRefused() {
        var builder = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.NO_CAPACITY)
                .declined(DeclineReason.FAMILY_PREFERENCE);
        builder.build().cancel(1, WithdrawalCause.NEW_VERDICT, NOW);

        builder.routed(aRequest().number(2).livingIn("35"));

        assertEquals(NANTES, builder.liveOffer().hub().id());
        assertEquals(ExclusionReason.REFUSED_BY_FAMILY, builder.refusals().get(NECKER));
    }

    @Test
    void numbersItsEventsWithoutAHole() {
        var placement = aPlacementFor(aRequest().livingIn("35"))
                .declined(DeclineReason.NO_CAPACITY)
                .declined(DeclineReason.OTHER)
                .accepted()
                .build();

        var sequences = placement.takeEvents().stream().map(HubEvent::sequence).toList();
        assertEquals(IntStream.rangeClosed(1, 6).asLongStream().boxed().toList(), sequences);
    }

    private static void end(PlacementBuilder builder, String hub, String therapy, LocalDate day) {
        DirectoryFixtures.hub(builder.directory(), hub)
                .endAccreditation(therapy, day, Accreditation.EndReason.WITHDRAWN_BY_AUTHORITY, "test", NOW);
    }
}
