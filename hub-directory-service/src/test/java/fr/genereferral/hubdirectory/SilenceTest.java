package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.PlacementBuilder.PATIENCE;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.PlacementBuilder.answer;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.PlacementEvent.NoHubFound;
import fr.genereferral.hubdirectory.PlacementEvent.OfferAccepted;
import fr.genereferral.hubdirectory.PlacementEvent.OfferExpired;
import fr.genereferral.hubdirectory.PlacementEvent.OfferMade;
import fr.genereferral.hubdirectory.PlacementEvent.SearchEnd;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a placement when a hub keeps silent, and when it speaks too late. */
class SilenceTest {

    @Test
    void asksTheNextHubOfTheSameRun() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var offer = builder.liveOffer();
        builder.build().takeEvents();

        var events = builder.silent().build().takeEvents();

        var expired = (OfferExpired) events.get(0);
        var made = (OfferMade) events.get(1);
        assertEquals(List.of(2L, 3L), events.stream().map(HubEvent::sequence).toList());
        assertEquals(new OfferExpired(builder.build().referralId(), 2, offer.id(), NANTES, offer.expiresAt()), expired);
        assertEquals(NECKER, made.hub().id());
        assertEquals(OfferState.EXPIRED, offer.state());
        assertEquals(offer.expiresAt(), builder.liveOffer().offeredAt(), "the next clock is full-length");
        assertEquals(PlacementState.OFFERED, builder.build().state());
    }

    /** The first hub had three working days and let them pass; the child has not got them any more. */
    @Test
    void givesTheNextHubTheTimeThatTheChildHasLeftToday() {
        var builder = aPlacementFor(aRequest().livingIn("35").eligibleUntil(RequestBuilder.TODAY.plusDays(32)));
        assertEquals(Urgency.ROUTINE, builder.liveOffer().urgency());

        builder.silent();

        var next = builder.liveOffer();
        assertEquals(Urgency.PRESSING, next.urgency());
        assertEquals(next.offeredAt().plus(Duration.ofHours(24)), next.expiresAt());
    }

    @Test
    void leavesAnOfferAloneThatStillHasTime() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        builder.build().takeEvents();

        builder.build()
                .expire(
                        builder.succession(),
                        PATIENCE,
                        builder.liveOffer().expiresAt().minusNanos(1));

        assertEquals(List.of(), builder.build().takeEvents());
    }

    @Test
    void firesOnce() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var due = builder.liveOffer().expiresAt();
        builder.silent().build().takeEvents();

        builder.build().expire(builder.succession(), PATIENCE, due);

        assertEquals(List.of(), builder.build().takeEvents());
    }

    @Test
    void changesNothingOnceSomebodyHasAnswered() {
        var accepted = aPlacementFor(aRequest().livingIn("35"));
        var due = accepted.liveOffer().expiresAt();
        accepted.accepted().build().takeEvents();

        accepted.build().expire(accepted.succession(), PATIENCE, due);

        assertEquals(List.of(), accepted.build().takeEvents());
        assertEquals(PlacementState.ACCEPTED, accepted.build().state());
    }

    @Test
    void goesToTheCoordinatorAfterThreeSilentHubsThoughOthersAreLeft() {
        var builder = aPlacementFor(aRequest().livingIn("35"))
                .silent()
                .declined(DeclineReason.NO_CAPACITY)
                .silent();
        var third = builder.liveOffer().hub();
        builder.build().takeEvents();

        var events = builder.silent().build().takeEvents();

        var nobody = (NoHubFound) events.get(1);
        assertEquals(SearchEnd.UNANSWERED, nobody.reason());
        assertEquals(List.of(NECKER), nobody.declined());
        assertTrue(nobody.excluded().contains(new MatchRun.Exclusion(third, ExclusionReason.UNANSWERED)));
        assertEquals(3, silent(nobody));
        assertEquals(PlacementState.ESCALATED, builder.build().state());
        assertEquals(10, builder.run().ranked().size());
    }

    @Test
    void goesToTheCoordinatorWhenTheLastHubHasKeptSilent() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75")).declined(DeclineReason.NO_CAPACITY);
        builder.build().takeEvents();

        var nobody = (NoHubFound) builder.silent().build().takeEvents().get(1);

        assertEquals(SearchEnd.UNANSWERED, nobody.reason());
        assertEquals(List.of(ROTHSCHILD), nobody.declined());
        assertEquals(1, silent(nobody));
    }

    @Test
    void tellsOfASilentHubWhenTheLastOneSaysNo() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75")).silent();
        builder.build().takeEvents();

        var nobody = (NoHubFound)
                builder.declined(DeclineReason.NO_CAPACITY).build().takeEvents().get(1);

        assertEquals(SearchEnd.NO_HUB_LEFT, nobody.reason());
        assertEquals(List.of(MONTPELLIER), nobody.declined());
        assertEquals(1, silent(nobody));
    }

    @Test
    void takesALateYesWhenNobodyElseHasTheChild() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var first = builder.liveOffer();
        var placement = builder.silent().silent().build();
        placement.takeEvents();

        assertTrue(placement.isLate(first.id()));
        placement.acceptLate(answer(first.id()), true, builder.run(), builder.succession());

        var events = placement.takeEvents();
        var made = (OfferMade) events.get(0);
        var accepted = (OfferAccepted) events.get(1);
        assertEquals(List.of(6L, 7L), events.stream().map(HubEvent::sequence).toList());
        assertEquals(first.hub(), made.hub());
        assertEquals(first.rank(), made.rank());
        assertEquals(made.offerId(), accepted.offerId());
        assertEquals(OfferState.EXPIRED, first.state(), "an offer is never reused");
        assertEquals(made.offerId(), placement.accepted().orElseThrow().id());
        assertEquals(1, placement.takeSlotMoves().size());
        assertEquals(PlacementState.ACCEPTED, placement.state());
    }

    /** What a child may no longer be given is nobody's to be asked for, nor to take at a late word. */
    @Test
    void asksNobodyAndTakesNobodyLateOnceTheChildIsNoLongerEligible() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75").eligibleUntil(TODAY.plusDays(2)));
        var first = builder.liveOffer();
        var placement = builder.build();
        var later = NOW.plus(Duration.ofDays(3));
        placement.expire(builder.succession(), 3, later);
        assertEquals(PlacementState.ESCALATED, placement.state());
        assertTrue(placement.isLate(first.id()));
        var yes = new Answer(first.id(), "a-person", later);

        var refused =
                assertThrows(Refused.class, () -> placement.acceptLate(yes, true, builder.run(), builder.succession()));

        assertEquals("NO_LONGER_ELIGIBLE", refused.code());
    }

    /** Others are left in the ranking; but three silences had ended it, and a yes that holds no longer does not begin it anew. */
    @Test
    void isLeftToTheCoordinatorWhenALateYesIsGivenBack() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var first = builder.liveOffer();
        var placement = builder.silent().silent().silent().build();
        var yes = new Answer(first.id(), "a-person", NOW.plus(Duration.ofDays(30)));
        placement.acceptLate(yes, true, builder.run(), builder.succession());
        placement.takeEvents();

        builder.givenBack(GiveBackReason.NO_CAPACITY);

        var nobody = (NoHubFound) placement.takeEvents().get(1);
        assertEquals(PlacementState.ESCALATED, placement.state());
        assertEquals(List.of(NANTES), nobody.declined());
        assertEquals(2, silent(nobody));
        assertTrue(nobody.excluded().stream().noneMatch(e -> e.hub().id().equals(NANTES)));
    }

    @Test
    void takesOneLateYesOfTwo() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var first = builder.liveOffer();
        var second = builder.silent().liveOffer();
        var placement = builder.silent().build();
        placement.acceptLate(answer(second.id()), true, builder.run(), builder.succession());

        var refused = refused(builder, first.id());

        assertEquals(OfferState.EXPIRED, refused.offer());
        assertEquals(PlacementState.ACCEPTED, refused.placement());
        assertEquals(second.hub(), refused.hub());
    }

    @Test
    void tellsALateHubWhoIsBeingAsked() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var late = builder.liveOffer().id();
        builder.silent();

        var refused = refused(builder, late);

        assertFalse(builder.build().isLate(late));
        assertEquals(PlacementState.OFFERED, refused.placement());
        assertEquals(NECKER, refused.hub().id());
    }

    @Test
    void takesNoLateYesFromAHubThatIsNotAccreditedToday() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var late = builder.liveOffer().id();
        var placement = builder.silent().silent().build();

        var refused = assertThrows(
                Refused.class, () -> placement.acceptLate(answer(late), false, builder.run(), builder.succession()));

        assertEquals("HUB_NOT_ACCREDITED", refused.code());
        assertEquals(PlacementState.ESCALATED, placement.state());
    }

    @Test
    void takesNoLateYesOnceTheHospitalHasStoppedTheSearch() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var late = builder.liveOffer().id();
        var placement = builder.silent().silent().build();
        placement.takeEvents();

        placement.cancel(1, WithdrawalCause.WITHDRAWN_BY_HOSPITAL, NOW);

        assertEquals(List.of(), placement.takeEvents());
        assertEquals(PlacementState.STOPPED, refused(builder, late).placement());
        placement.close(NOW);
        assertEquals(PlacementState.CLOSED, refused(builder, late).placement());
    }

    @Test
    void takesNoLateYesToAnOfferOfAnEarlierSearch() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var late = builder.liveOffer().id();
        builder.silent().silent().routed(aRequest().number(2).forTherapy("UPS").livingIn("75"));
        builder.silent().silent();

        assertEquals(PlacementState.ESCALATED, refused(builder, late).placement());
    }

    @Test
    void isLeftToTheCoordinatorWhenAnotherHubHasFoundTheChildUnsuitable() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var late = builder.liveOffer().id();
        builder.silent().declined(DeclineReason.CLINICALLY_UNSUITABLE);

        assertFalse(builder.build().isLate(late));
        var refused = refused(builder, late);

        assertEquals(PlacementState.ESCALATED, refused.placement());
        assertNull(refused.hub());
    }

    @Test
    void tellsAHubThatRepeatsItsLateYesWhichOfferItHas() {
        var builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
        var first = builder.liveOffer();
        var second = builder.silent().liveOffer();
        var placement = builder.silent().build();
        placement.acceptLate(answer(first.id()), true, builder.run(), builder.succession());

        assertEquals(
                placement.accepted().orElseThrow().id(),
                refused(builder, first.id()).offerId());
        assertNull(refused(builder, second.id()).offerId(), "another hub's");
    }

    @Test
    void waitsForTheHospitalRatherThanForALateHub() {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var late = builder.liveOffer().id();
        builder.silent().declined(DeclineReason.DATA_INSUFFICIENT);

        assertEquals(PlacementState.AWAITING_INFORMATION, refused(builder, late).placement());
    }

    @Test
    void asksASilentHubAgainWhenTheReferralIsRoutedAnew() {
        var builder = aPlacementFor(aRequest().livingIn("35")).silent();
        builder.build().cancel(1, WithdrawalCause.NEW_VERDICT, NOW);

        builder.routed(aRequest().number(2).livingIn("35"));

        assertEquals(NANTES, builder.liveOffer().hub().id());
    }

    @Test
    void keepsThePlaceOfAHubThatWantedMoreDataBeforeOneThatKeptSilent() {
        var builder = aPlacementFor(aRequest().livingIn("35")).silent().declined(DeclineReason.DATA_INSUFFICIENT);

        builder.routed(aRequest().number(2).livingIn("35"));

        assertEquals(NECKER, builder.liveOffer().hub().id());
        assertTrue(builder.run().excluded().stream()
                .anyMatch(e -> e.hub().id().equals(NANTES) && e.reason() == ExclusionReason.UNANSWERED));
    }

    private static Refused.Holder refused(PlacementBuilder builder, UUID late) {
        var refused = assertThrows(Refused.class, () -> builder.build()
                .acceptLate(answer(late), true, builder.run(), builder.succession()));
        assertEquals("OFFER_NO_LONGER_OPEN", refused.code());
        return refused.holder().orElseThrow();
    }

    private static long silent(NoHubFound nobody) {
        return nobody.excluded().stream()
                .filter(e -> e.reason() == ExclusionReason.UNANSWERED)
                .count();
    }
}
