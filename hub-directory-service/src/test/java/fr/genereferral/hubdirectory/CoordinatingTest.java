package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.PlacementEvent.OfferMade;
import fr.genereferral.hubdirectory.PlacementEvent.SearchReopened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The coordinator names a hub for a child whom nobody is asked to take, or lets the search begin anew. */
class CoordinatingTest {
    private static final Coordinator ANNE = new Coordinator("anne", "national");
    private static final Coordinator BRUNO = new Coordinator("bruno", "national");

    /** Every hub that was asked has let its time pass by then. */
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    private PlacementBuilder builder = ups().silent().silent();

    @Test
    void asksTheHubThatIsNamedByAChoiceOfItsOwnAndWithItsFullTime() {
        taken();

        assign(ROTHSCHILD);

        var live = builder.liveOffer();
        assertEquals(ROTHSCHILD, live.hub().id());
        assertEquals(limits().deadline(live.urgency(), LATER), live.expiresAt());
        var made = (OfferMade) placement().takeEvents().get(0);
        assertEquals(AssignmentReason.HUB_AGREED, made.assigned().reason());
        assertEquals(
                new PlacementEvent.By("national", "coordinator"),
                made.assigned().by());
        assertEquals(List.of(), made.next());
        var run = placement().takeRuns().get(0);
        assertEquals(run.id(), made.matchRunId());
        assertFalse(placement().hasBegunWith(run));
        var said = placement().takeInterventions();
        assertEquals(Optional.empty(), ((Assignment) said.get(0)).concern());
        assertEquals(Optional.of(live.id()), ((AssignmentEnd) said.get(1)).offer());
    }

    @Test
    void waitsForASecondPersonWhereTheHubHasSaidNo() {
        builder = ups().declined(DeclineReason.NO_CAPACITY).declined(DeclineReason.CLINICALLY_UNSUITABLE);
        var version = placement().version();

        var proposed = proposed(MONTPELLIER);

        assertEquals(Optional.of(Concern.ALREADY_DECLINED), proposed.concern());
        assertEquals(PlacementState.ESCALATED, placement().state());
        assertEquals(version, placement().version());
        assertRefused("SECOND_PERSON_NEEDED", () -> coordinating().confirm(proposed, ANNE));

        coordinating().confirm(proposed, BRUNO);

        assertEquals(MONTPELLIER, builder.liveOffer().hub().id());
        var end = (AssignmentEnd) placement().takeInterventions().get(0);
        assertEquals(AssignmentEnd.Outcome.MADE, end.outcome());
        assertEquals(BRUNO, end.signed().by());
    }

    @Test
    void waitsForASecondPersonWhereTheFamilyDoesNotWantToGo() {
        builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75").declining(ROTHSCHILD))
                .silent();

        assertEquals(
                Optional.of(Concern.REFUSED_BY_FAMILY), proposed(ROTHSCHILD).concern());
        builder = ups().declined(DeclineReason.FAMILY_PREFERENCE).silent();
        assertEquals(
                Optional.of(Concern.REFUSED_BY_FAMILY), proposed(ROTHSCHILD).concern());
    }

    @Test
    void waitsForASecondPersonWhereTheChoiceHadLeftTheHubOut() {
        accredit(NECKER);

        assertEquals(Optional.of(Concern.NOT_RANKED), proposed(NECKER).concern());
    }

    @Test
    void asksNoHubThatMayNotTakeTheChildWhoeverAgrees() {
        var unable = assertThrows(Refused.class, () -> assign(NECKER));
        assertEquals("HUB_NOT_ABLE", unable.code());
        assertEquals(Optional.of(ExclusionReason.NOT_ACCREDITED), unable.exclusion());

        builder = ups().declined(DeclineReason.NO_CAPACITY).silent();
        var proposed = proposed(ROTHSCHILD);
        hub(ROTHSCHILD).endAccreditation("UPS", TODAY, Accreditation.EndReason.WITHDRAWN_BY_AUTHORITY, "test", NOW);

        assertRefused("HUB_NOT_ABLE", () -> coordinating().confirm(proposed, BRUNO));
        assertEquals(List.of(), placement().takeInterventions());
        assertEquals(PlacementState.ESCALATED, placement().state());
    }

    @Test
    void knowsNoHubOfAnotherNumber() {
        var unknown = assertThrows(Refused.class, () -> assign("999999999"));

        assertEquals("HUB_UNKNOWN", unknown.violations().get(0).code());
    }

    @Test
    void hasNothingToSayWhileAHubIsAskedOrHasAcceptedOrTheReferralHasEnded() {
        var offered = ups();
        var accepted = ups().accepted();
        var ended = ups().silent().silent();
        ended.build().close(NOW);

        for (var other : List.of(offered, accepted, ended)) {
            builder = other;
            assertRefused("NOT_ESCALATED", () -> assign(ROTHSCHILD));
            assertRefused("NOT_ESCALATED", this::reopen);
        }
    }

    @Test
    void doesNotConfirmWhatThePlacementHasMovedOnFrom() {
        builder = ups().declined(DeclineReason.NO_CAPACITY).silent();
        var first = proposed(ROTHSCHILD);
        var second = proposed(ROTHSCHILD);
        coordinating().confirm(second, BRUNO);
        placement().decline(answer(builder.liveOffer().id()), DeclineReason.NO_CAPACITY, builder.succession());
        assertEquals(PlacementState.ESCALATED, placement().state());

        assertRefused("ASSIGNMENT_OVER", () -> coordinating().confirm(first, BRUNO));
        assertRefused("ASSIGNMENT_OVER", () -> coordinating().refuse(first, BRUNO));
        var last = proposed(ROTHSCHILD);
        placement().cancel(1, WithdrawalCause.WITHDRAWN_BY_HOSPITAL, NOW);
        assertRefused("ASSIGNMENT_OVER", () -> coordinating().confirm(last, BRUNO));
    }

    @Test
    void letsWhoeverHasNamedAHubTakeItBack() {
        builder = ups().declined(DeclineReason.NO_CAPACITY).silent();
        var proposed = proposed(ROTHSCHILD);

        coordinating().refuse(proposed, ANNE);

        var end = (AssignmentEnd) placement().takeInterventions().get(0);
        assertEquals(AssignmentEnd.Outcome.REFUSED, end.outcome());
        assertEquals(Optional.empty(), end.offer());
        assertEquals(PlacementState.ESCALATED, placement().state());
    }

    /** Seven more could be asked by the ranking; but a search that somebody has in hand is his. */
    @Test
    void comesBackToTheCoordinatorWhenTheHubThatWasNamedDoesNotTakeTheChild() {
        var silent = aPlacementFor(aRequest().livingIn("35")).silent().silent().silent();
        var first = silent.build().allOffers().get(0).hub().id();
        for (var reason : List.of(DeclineReason.NO_CAPACITY, DeclineReason.CLINICALLY_UNSUITABLE)) {
            builder = aPlacementFor(aRequest().livingIn("35")).silent().silent().silent();
            assign(first);
            builder.declined(reason);
            assertEquals(PlacementState.ESCALATED, placement().state());
        }
        builder = silent;
        assign(first);
        builder.silent();
        assertEquals(PlacementState.ESCALATED, placement().state());
        builder = aPlacementFor(aRequest().livingIn("35")).silent().silent().silent();
        assign(first);
        builder.accepted().givenBack(GiveBackReason.NO_CAPACITY);
        assertEquals(PlacementState.ESCALATED, placement().state());
    }

    @Test
    void takesALateYesOfAHubThatIsInNoRanking() {
        accredit(NECKER);
        coordinating().confirm(proposed(NECKER), BRUNO);
        var late = builder.liveOffer();
        var askedBy = placement().takeRuns().stream()
                .filter(run -> run.id().equals(late.matchRunId()))
                .findFirst()
                .orElseThrow();
        placement().expire(builder.succession(), PATIENCE, late.expiresAt());
        taken();

        assertTrue(placement().isLate(late.id()));
        placement().acceptLate(answer(late.id()), true, askedBy, builder.succession());

        assertEquals(PlacementState.ACCEPTED, placement().state());
        var made = (OfferMade) placement().takeEvents().get(0);
        assertEquals(askedBy.id(), made.matchRunId());
        assertEquals(List.of(), placement().takeRuns());
    }

    /** By rule its no goes to the hospital, and what it asks for is not held against it. */
    @Test
    void waitsForTheHospitalWhenTheHubThatWasNamedWantsMoreDataAndMayAskItAgain() {
        assign(ROTHSCHILD);

        builder.declined(DeclineReason.DATA_INSUFFICIENT);

        assertEquals(PlacementState.AWAITING_INFORMATION, placement().state());
        builder.routed(aRequest().forTherapy("UPS").livingIn("75").number(2));
        assertEquals(ROTHSCHILD, builder.liveOffer().hub().id());
        assertEquals(
                List.of(ROTHSCHILD, MONTPELLIER),
                builder.run().ranked().stream().map(hub -> hub.hub().id()).toList());
    }

    @Test
    void mayAskAHubAgainThatHadSaidNoForGoodAndWantsMoreDataSince() {
        builder = ups().declined(DeclineReason.CLINICALLY_UNSUITABLE);
        coordinating().confirm(proposed(ROTHSCHILD), BRUNO);

        builder.declined(DeclineReason.DATA_INSUFFICIENT);

        assertEquals(Map.of(), builder.refusals());
    }

    @Test
    void asksNobodyForAChildWhoIsNoLongerEligible() {
        builder = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75").eligibleUntil(TODAY));
        assertEquals(PlacementState.ESCALATED, placement().state());

        assertRefused("NO_LONGER_ELIGIBLE", () -> assign(MONTPELLIER));
        assertRefused("NO_LONGER_ELIGIBLE", () -> assign(ROTHSCHILD));
        assertEquals(
                List.of(),
                Escalation.of(placement(), builder.succession(), LATER).able());
        reopen();
        assertEquals(PlacementState.RANKING, placement().state());
    }

    /** What it has asked for may have been passed over on the way: nothing else could help. */
    @Test
    void reopensAgainASearchThatHasNotBegunInTime() {
        reopen();
        taken();
        assertRefused("NOT_ESCALATED", this::reopen);
        var later = LATER.plus(Placement.REOPENING);
        assertFalse(placement().awaitsCoordinator(later.minusMillis(1)));
        assertTrue(placement().awaitsCoordinator(later));

        var again = new Coordinating(placement(), builder.succession(), later);
        again.reopen(UUID.randomUUID(), ReopeningReason.OTHER, BRUNO);

        var said = (SearchReopened) placement().takeEvents().get(0);
        assertEquals(1, said.routing());
        assertEquals(placement().version(), said.sequence());
        assertEquals(PlacementState.RANKING, placement().state());
        assertFalse(placement().awaitsCoordinator(later));
        var order = new Assignment.Order(UUID.randomUUID(), ROTHSCHILD, AssignmentReason.OTHER);
        var lost = new Coordinating(placement(), builder.succession(), later.plus(Placement.REOPENING));
        assertRefused("NOT_ESCALATED", () -> lost.assign(order, ANNE));
    }

    /** It was left out by the choice, named, and has said no: it is told of once. */
    @Test
    void saysOfEachHubWhatItHasSaidLast() {
        accredit(NECKER);
        coordinating().confirm(proposed(NECKER), BRUNO);
        taken();

        builder.declined(DeclineReason.NO_CAPACITY);

        var nobody = (PlacementEvent.NoHubFound) placement().takeEvents().get(1);
        assertEquals(List.of(NECKER), nobody.declined());
        assertTrue(nobody.excluded().stream().noneMatch(out -> out.hub().id().equals(NECKER)));
        coordinating().confirm(proposed(NECKER), BRUNO);
        taken();
        placement().expire(builder.succession(), PATIENCE, builder.liveOffer().expiresAt());
        var silent = (PlacementEvent.NoHubFound) placement().takeEvents().get(1);
        assertEquals(List.of(), silent.declined());
        assertEquals(
                List.of(ExclusionReason.UNANSWERED),
                silent.excluded().stream()
                        .filter(out -> out.hub().id().equals(NECKER))
                        .map(MatchRun.Exclusion::reason)
                        .toList());
        assertEquals(Optional.of(Concern.ALREADY_DECLINED), proposed(NECKER).concern());
    }

    /** It was asked again by hand and has said no: it does not say yes past that to what it had let pass before. */
    @Test
    void takesNoLateYesOfAHubThatHasSaidNoSince() {
        builder = ups();
        var silent = builder.liveOffer();
        builder.silent().silent();
        assertTrue(placement().isLate(silent.id()));
        assign(silent.hub().id());

        builder.declined(DeclineReason.FAMILY_PREFERENCE);

        assertEquals(PlacementState.ESCALATED, placement().state());
        assertFalse(placement().isLate(silent.id()));
    }

    @Test
    void letsTheSearchBeginAnewAndAsksWhoeverHasKeptSilentOrHadNoPlace() {
        builder = ups().declined(DeclineReason.NO_CAPACITY).silent();
        var silent = builder.lastOffer().id();
        taken();

        reopen();

        assertEquals(PlacementState.RANKING, placement().state());
        var reopened = (SearchReopened) placement().takeEvents().get(0);
        assertEquals(1, reopened.routing());
        assertEquals(ReopeningReason.HUB_HAS_PLACE, reopened.reason());
        assertEquals(1, ((Reopening) placement().takeInterventions().get(0)).routing());
        assertFalse(placement().isLate(silent));
        assertRefused("NOT_ESCALATED", this::reopen);

        builder.routed(aRequest().forTherapy("UPS").livingIn("75").number(2));

        assertEquals(ROTHSCHILD, builder.liveOffer().hub().id());
    }

    @Test
    void leavesOutWhoHasFoundTheChildUnsuitableWhenTheSearchBeginsAnew() {
        builder = ups().declined(DeclineReason.CLINICALLY_UNSUITABLE);
        reopen();

        builder.routed(aRequest().forTherapy("UPS").livingIn("75").number(2));

        assertEquals(MONTPELLIER, builder.liveOffer().hub().id());
        builder.declined(DeclineReason.NO_CAPACITY);
        assertEquals(PlacementState.ESCALATED, placement().state());
    }

    @Test
    void endsASearchThatWasReopenedAndIsToStop() {
        reopen();

        placement().cancel(1, WithdrawalCause.NEW_VERDICT, NOW);

        assertEquals(PlacementState.STOPPED, placement().state());
    }

    private static PlacementBuilder ups() {
        return aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"));
    }

    private void assign(String hub) {
        coordinating().assign(new Assignment.Order(UUID.randomUUID(), hub, AssignmentReason.HUB_AGREED), ANNE);
    }

    private Assignment proposed(String hub) {
        placement().takeInterventions();
        assign(hub);
        var said = placement().takeInterventions();
        assertEquals(1, said.size(), "nobody is asked yet");
        return (Assignment) said.get(0);
    }

    private void reopen() {
        coordinating().reopen(UUID.randomUUID(), ReopeningReason.HUB_HAS_PLACE, ANNE);
    }

    private void accredit(String hub) {
        var grant = new Accreditation.Grant("UPS", Band.open(), TODAY, true, "test");
        hub(hub).accredit(UUID.randomUUID(), grant, "test", NOW);
    }

    private Hub hub(String id) {
        return DirectoryFixtures.hub(builder.directory(), id);
    }

    private void taken() {
        placement().takeEvents();
        placement().takeRuns();
        placement().takeInterventions();
    }

    private Coordinating coordinating() {
        return new Coordinating(placement(), builder.succession(), LATER);
    }

    private AnswerLimits limits() {
        return builder.succession().limits();
    }

    private Placement placement() {
        return builder.build();
    }

    private static void assertRefused(String code, Runnable move) {
        assertEquals(code, assertThrows(Refused.class, move::run).code());
    }
}
