package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.amendment;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.submission;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which of two lives on, what becomes of the other, and of both when they are parted. */
class MergingTest {
    private static final Actor COORDINATOR = new Actor("subject", "ABM", "coordinator");
    private static final Actor ANGERS = new Actor("subject", "490000049", "referrer");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final String HUB = "130804297";

    private final Referral first = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
    private final Referral second = Referral.submitted(submission("ONA-IV"), ANGERS, LATER);

    @Test
    void letsTheEarlierLiveOnWhereBothHaveComeEquallyFar() {
        assertSame(first, merging(second, first).survivor());
        assertSame(first, merging(first, second).survivor());
    }

    @Test
    void letsTheOneLiveOnThatHasComeFurther() {
        offer(second);
        assertSame(second, merging(first, second).survivor());
        accept(first);
        assertSame(first, merging(first, second).survivor());
        assertTrue(merging(first, second).isAsked());
    }

    @Test
    void isRefusedWhereTwoHubsHaveAccepted() {
        accept(first);
        accept(second);

        assertRefused("MERGE_OF_TWO_ACCEPTED");
    }

    @Test
    void isRefusedWhileOneIsBeingStopped() {
        offer(first);
        first.withdraw("FAMILY_DECISION", BASTIA, LATER);

        assertRefused("MERGE_HAS_TO_WAIT");
    }

    @Test
    void isRefusedWhereOneHasEnded() {
        second.withdraw("FAMILY_DECISION", ANGERS, LATER);

        assertRefused("MOVE_NOT_ALLOWED");
    }

    /** What has ended in one is found by that one: there is no chain. */
    @Test
    void isRefusedWhereTheOneThatWouldEndHoldsAnother() {
        offer(second);

        var refused = assertThrows(Refused.class, () -> Merging.of(first, true, second, false));

        assertEquals("MERGE_HOLDS_ANOTHER", refused.code());
        assertSame(
                second,
                Merging.of(Referral.submitted(submission("ONA-IV"), BASTIA, NOW), false, second, true)
                        .survivor());
    }

    @Test
    void endsTheOtherAndTellsBothOnce() {
        forget();

        merge();

        assertEquals(ReferralStatus.MERGED, second.state());
        assertEquals(first.id(), second.joint().supersededBy());
        assertEquals(List.of("MERGE_PREPARED", "MERGED"), whats(second));
        assertEquals(List.of("JOINED"), whats(first));
        assertEquals(List.of("ADD_FACTS"), first.actionsOf(ANGERS.organisation()));
        assertEquals(List.of(), second.actionsOf(ANGERS.organisation()));
    }

    @Test
    void namesNoOtherHospitalWhereThereIsNone() {
        var again = Referral.submitted(submission("ONA-IV"), BASTIA, LATER);
        forget();
        again.takeChanges();

        merging(first, again).merge(amendment(), true, "OTHER", COORDINATOR, LATER);

        assertEquals(List.of("MERGE_PREPARED", "MERGED_OWN"), whats(again));
        assertEquals(List.of("JOINED_OWN"), whats(first));
        assertEquals("UNMERGED_OWN", new Merging(first, again).word("UNMERGED"));
        assertEquals("UNMERGED", new Merging(first, second).word("UNMERGED"));
    }

    @Test
    void keepsTheEarliestClockAndNeverMovesItLater() {
        offer(second);
        merging(first, second).merge(amendment(), true, "OTHER", COORDINATOR, LATER);
        assertEquals(NOW, second.clockStartedAt());

        var third = Referral.submitted(submission("ONA-IV"), BASTIA, LATER.plusSeconds(1));
        merging(third, second).merge(amendment(), true, "OTHER", COORDINATOR, LATER);
        assertEquals(NOW, second.clockStartedAt());
    }

    /** The verdict is of the facts of one of them. */
    @Test
    void letsTheRulesJudgeTheFactsOfBoth() {
        first.assessed(assessment(verdict("ONA-IV", Verdict.Outcome.NOT_ELIGIBLE)), RULES, NOW);
        assertEquals(ReferralStatus.NOT_ELIGIBLE, first.state());

        merge();

        assertEquals(ReferralStatus.ASSESSING, first.state());
        assertEquals(2, first.dossierVersion());
    }

    @Test
    void waitsUntilNoHubIsAskedForTheOneThatEnds() {
        accept(first);
        var offer = offer(second);
        forget();
        merging(first, second).endSearch(COORDINATOR, LATER);

        assertFalse(new Merging(first, second).isReady());
        new Placing(second).offerMerged(offer.offerId(), LATER, DIRECTORY, LATER);

        assertEquals(ReferralStatus.DUPLICATE_REVIEW, second.state());
        assertTrue(new Merging(first, second).isReady());
        assertEquals(List.of("MERGE_PREPARED", "OFFER_WITHDRAWN"), whats(second));
    }

    @Test
    void leavesTheChildWithTheHubThatWasFirst() {
        accept(first);
        var offer = offer(second);
        merging(first, second).endSearch(COORDINATOR, LATER);

        new Placing(second).offerAccepted(offer.offerId(), LATER, DIRECTORY, LATER);
        new Merging(first, second).callOff(COORDINATOR, LATER);

        assertEquals(ReferralStatus.ACCEPTED, second.state());
        assertFalse(second.joint().merging());
    }

    /** Nobody would ever say how the search ends that goes on then: it is the hub directory's own. */
    @Test
    void waitsForNoWordAnyMoreWhereTheHubThatWasFirstGivesTheChildBack() {
        accept(first);
        var offer = offer(second);
        var merging = merging(first, second);
        merging.endSearch(COORDINATOR, LATER);
        assertTrue(merging.isWaiting());

        new Placing(second).offerAccepted(offer.offerId(), LATER, DIRECTORY, LATER);
        new Placing(second)
                .offerReleased(
                        offer.offerId(),
                        LATER,
                        new Placing.Release("OFFER_GIVEN_BACK", "NO_CAPACITY", true),
                        DIRECTORY,
                        LATER);

        assertEquals(ReferralStatus.ROUTING, second.state());
        assertFalse(merging.isWaiting());
        assertFalse(merging.isReady());
    }

    /** That the search shall end comes when the next hub is being asked: nobody wants it to end any more. */
    @Test
    void looksForAHubAnewWhereTheEndOfItsSearchComesAfterTheMergeWasCalledOff() {
        accept(first);
        var offer = offer(second);
        merging(first, second).endSearch(COORDINATOR, LATER);
        var searches = second.routing();
        var placing = new Placing(second);
        placing.offerAccepted(offer.offerId(), LATER, DIRECTORY, LATER);
        placing.offerReleased(
                offer.offerId(), LATER, new Placing.Release("OFFER_GIVEN_BACK", "NO_CAPACITY", true), DIRECTORY, LATER);
        var next = offerTo(HUB);
        placing.offerMade(next, DIRECTORY, LATER);

        placing.offerMerged(next.offerId(), LATER, DIRECTORY, LATER);

        assertEquals(ReferralStatus.ROUTING, second.state());
        assertEquals(searches + 1, second.routing());
    }

    /** A hub that had kept silent says yes before it has heard. */
    @Test
    void hearsALateYesOfTheOneThatWaits() {
        accept(first);
        var offer = offer(second);
        merging(first, second).endSearch(COORDINATOR, LATER);
        new Placing(second).offerMerged(offer.offerId(), LATER, DIRECTORY, LATER);
        var late = offerTo(HUB);

        new Placing(second).offerMade(late, DIRECTORY, LATER);
        new Placing(second).offerAccepted(late.offerId(), LATER, DIRECTORY, LATER);

        assertEquals(ReferralStatus.ACCEPTED, second.state());
        assertFalse(new Merging(first, second).isReady());
    }

    /** Facts had come while it waited, and a hub that had kept silent was quicker than what the rules say of them. */
    @Test
    void knowsWhatTheRulesHaveSaidSinceWhenThatHubGivesTheChildBack() {
        var waiting = waiting();
        new Placing(waiting).offerMerged(waiting.offers().all().get(0).offerId(), LATER, DIRECTORY, LATER);
        waiting.amended(amendment(), ANGERS, LATER);
        var late = offerTo(HUB);
        new Placing(waiting).offerMade(late, DIRECTORY, LATER);
        new Placing(waiting).offerAccepted(late.offerId(), LATER, DIRECTORY, LATER);

        waiting.assessed(assessment("FACTS", 2, verdict("ONA-IV", Verdict.Outcome.ELIGIBLE)), RULES, LATER);
        assertEquals(ReferralStatus.ACCEPTED, waiting.state());
        new Placing(waiting)
                .offerReleased(
                        late.offerId(),
                        LATER,
                        new Placing.Release("OFFER_GIVEN_BACK", "NO_CAPACITY", true),
                        DIRECTORY,
                        LATER);

        // What the search was ended for before may be heard only now.
        new Placing(waiting).noHubFound(null, DIRECTORY, LATER);

        assertEquals(ReferralStatus.ROUTING, waiting.state());
        assertEquals(2, waiting.routing());
        assertFalse(waiting.reconsidering());
    }

    /** Asked anew, another hub would be asked past the coordinator. */
    @Test
    void leavesAHubsNoWhereItHasLedWhenItIsCalledOff() {
        for (var led : List.of(ReferralStatus.ESCALATED, ReferralStatus.AWAITING_INFORMATION)) {
            var waiting = waiting();
            var hospital = led == ReferralStatus.AWAITING_INFORMATION;
            new Placing(waiting)
                    .offerDeclined(
                            waiting.offers().all().get(0).offerId(),
                            LATER,
                            hospital ? "DATA_INSUFFICIENT" : "CLINICALLY_UNSUITABLE",
                            hospital ? "HOSPITAL" : "COORDINATOR",
                            DIRECTORY,
                            LATER);
            assertEquals(ReferralStatus.DUPLICATE_REVIEW, waiting.state());
            waiting.takeChanges();

            new Merging(first, waiting).callOff(COORDINATOR, LATER);

            assertEquals(led, waiting.state());
            assertEquals(List.of("MERGE_CALLED_OFF"), whats(waiting));
            assertNull(waiting.otherwise());
        }
    }

    @Test
    void asksAnewWhenItIsCalledOffWhereTheSearchHadEndedForIt() {
        var waiting = waiting();
        new Placing(waiting).offerMerged(waiting.offers().all().get(0).offerId(), LATER, DIRECTORY, LATER);
        waiting.takeChanges();

        new Merging(first, waiting).callOff(COORDINATOR, LATER);

        assertEquals(ReferralStatus.ROUTING, waiting.state());
        assertEquals(List.of("MERGE_CALLED_OFF", "ASSESSED"), whats(waiting));
    }

    /** Nobody would ever answer a search that was begun anew in between. */
    @Test
    void asksAnewWhereTheCoordinatorHasMeanwhileReopenedTheSearch() {
        var waiting = waiting();
        new Placing(waiting).noHubFound("UNANSWERED", DIRECTORY, LATER);
        new Placing(waiting).searchReopened(waiting.routing(), "OTHER", DIRECTORY, LATER);
        assertEquals(ReferralStatus.DUPLICATE_REVIEW, waiting.state());

        new Merging(first, waiting).callOff(COORDINATOR, LATER);

        assertEquals(ReferralStatus.ROUTING, waiting.state());
        assertEquals(2, waiting.routing());
    }

    /** What was said since is not judged yet; should it lead to no hub, nobody else would say that none is looked for. */
    @Test
    void saysThatNoHubIsLookedForWhereWhatTheReopenedSearchWasForIsNotJudgedYet() {
        var waiting = waiting();
        new Placing(waiting).noHubFound("UNANSWERED", DIRECTORY, LATER);
        new Placing(waiting).searchReopened(waiting.routing(), "OTHER", DIRECTORY, LATER);
        waiting.amended(amendment(), new Actor("one", waiting.organisation(), "referrer"), LATER);
        waiting.takeChanges();

        new Merging(first, waiting).callOff(COORDINATOR, LATER);

        assertEquals(ReferralStatus.ASSESSING, waiting.state());
        assertEquals(List.of("MERGE_CALLED_OFF", "SEARCH_OVERTAKEN"), whats(waiting));
    }

    /** hub-directory-service will hear of the end of that search still: it is nobody's to wait for. */
    @Test
    void asksAnewWhereTheSearchThatHadEndedForItFindsNobody() {
        var waiting = waiting();
        new Placing(waiting).offerMerged(waiting.offers().all().get(0).offerId(), LATER, DIRECTORY, LATER);
        new Placing(waiting).noHubFound("UNANSWERED", DIRECTORY, LATER);
        assertNull(waiting.otherwise());

        new Merging(first, waiting).callOff(COORDINATOR, LATER);

        assertEquals(ReferralStatus.ROUTING, waiting.state());
    }

    @Test
    void isNotRuledOutWhileItWaits() {
        var waiting = waiting();
        new Placing(waiting).noHubFound("UNANSWERED", DIRECTORY, LATER);

        var refused = assertThrows(Refused.class, () -> waiting.duplicateRuledOut(COORDINATOR, LATER));

        assertEquals("MERGE_HAS_TO_WAIT", refused.code());
        assertTrue(waiting.joint().merging());
        assertTrue(new Merging(first, waiting).isReady());
    }

    /** It waits for nothing: somebody has let it go on, or nobody wanted it. */
    @Test
    void doesNotEndOneThatDoesNotWait() {
        second.duplicateSuspected(COORDINATOR, LATER);

        assertFalse(new Merging(first, second).isReady());
        new Merging(first, second).callOff(COORDINATOR, LATER);

        assertEquals(ReferralStatus.DUPLICATE_REVIEW, second.state());
    }

    /** It was made when this one had ended: hub-directory-service takes it back. */
    @Test
    void hearsNothingOfAnOfferThatItHasNeverTakenInWhenItIsTwoAgain() {
        merge();
        var offer = offerTo(HUB);
        new Placing(second).offerMade(offer, DIRECTORY, LATER);
        new Merging(first, second)
                .undo(
                        new Remaining(NOW, false),
                        amendment(),
                        amendment(),
                        new Occasion("UNMERGED", COORDINATOR, LATER, "TWINS", null));
        forget();

        var placing = new Placing(second);
        placing.offerSeen(offer.offerId(), LATER, DIRECTORY, LATER);
        placing.offerAccepted(offer.offerId(), LATER, DIRECTORY, LATER);
        placing.offerDeclined(offer.offerId(), LATER, "CAPACITY", "NEXT_HUB", DIRECTORY, LATER);
        placing.offerExpired(offer.offerId(), LATER, DIRECTORY, LATER);
        placing.offerMerged(offer.offerId(), LATER, DIRECTORY, LATER);

        assertEquals(ReferralStatus.ASSESSING, second.state());
        assertEquals(List.of(), whats(second));
    }

    /** One for which a hub is asked that has to say first whether it has said yes. */
    private Referral waiting() {
        if (first.state() != ReferralStatus.ACCEPTED) {
            accept(first);
        }
        var waiting = Referral.submitted(submission("ONA-IV"), ANGERS, LATER);
        offer(waiting);
        merging(first, waiting).endSearch(COORDINATOR, LATER);
        return waiting;
    }

    @Test
    void letsTheHospitalsWishGoBefore() {
        accept(first);
        var offer = offer(second);
        merging(first, second).endSearch(COORDINATOR, LATER);
        second.withdraw("FAMILY_DECISION", ANGERS, LATER);

        new Placing(second).offerMerged(offer.offerId(), LATER, DIRECTORY, LATER);

        assertEquals(ReferralStatus.CANCELLED, second.state());
    }

    @Test
    void isUndoneWithEachAsItWas() {
        merge();
        forget();

        new Merging(first, second).undo(new Remaining(NOW, false), amendment(), amendment(), unmerged());

        assertEquals(ReferralStatus.ASSESSING, second.state());
        assertNull(second.joint().supersededBy());
        assertEquals(List.of("UNMERGED", "DUPLICATE_RULED_OUT"), whats(second));
        assertEquals(List.of("UNMERGED"), whats(first));
        assertEquals(List.of(), first.actionsOf(ANGERS.organisation()));
        assertEquals(2, second.dossierVersion());
        assertEquals(3, first.dossierVersion());
        assertEquals(NOW, first.clockStartedAt());
    }

    /** One that two live on in has waited since the earliest of those that are left, whichever leaves first. */
    @Test
    void hasItsOwnClockAgainWhicheverOfTwoLeavesFirst() {
        var early = done(NOW.plusSeconds(600), ANGERS.organisation());
        var earliest = done(NOW.plusSeconds(300), BASTIA.organisation());
        var survivor = Referral.submitted(submission("ONA-IV"), BASTIA, NOW.plusSeconds(600));
        survivor.startClock(NOW);

        var afterEarly = Remaining.of(survivor, early, List.of(early, earliest), List.of(NOW));
        var afterEarliest = Remaining.of(survivor, earliest, List.of(early, earliest), List.of(NOW.plusSeconds(300)));
        survivor.startClock(NOW.plusSeconds(300));
        var afterBoth = Remaining.of(survivor, early, List.of(early, earliest.undone(5)), List.of());

        assertEquals(NOW, afterEarly.clock());
        assertEquals(NOW.plusSeconds(300), afterEarliest.clock());
        assertEquals(NOW.plusSeconds(600), afterBoth.clock());
    }

    @Test
    void isFollowedAsLongAsOneOfTheHospitalLivesOnInIt() {
        merge();
        var one = done(NOW, ANGERS.organisation());
        var other = done(NOW, ANGERS.organisation());

        assertTrue(Remaining.of(first, one, List.of(one, other), List.of(LATER)).followed());
        assertFalse(Remaining.of(first, one, List.of(one, other.undone(4)), List.of())
                .followed());
        new Merging(first, second).undo(new Remaining(NOW, true), amendment(), amendment(), unmerged());

        assertEquals(List.of("ADD_FACTS"), first.actionsOf(ANGERS.organisation()));
    }

    private static Occasion unmerged() {
        return new Occasion("UNMERGED", COORDINATOR, LATER, "TWINS", null);
    }

    /** @param kept C0 of the one that lived on, before */
    private static Merge done(Instant kept, String hospital) {
        return new Merge(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Merge.Stage.STOPPING,
                        "OTHER",
                        LATER,
                        COORDINATOR,
                        hospital,
                        null,
                        null,
                        null)
                .done(kept, 2);
    }

    /** Undone and merged with a third meanwhile: what the request has seen is over. */
    @Test
    void isNotUndoneByAMergeThatIsOver() {
        var merge = merge();
        new Merging(first, second).undo(new Remaining(NOW, false), amendment(), amendment(), unmerged());
        var third = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
        merging(third, second).merge(amendment(), true, "OTHER", COORDINATOR, LATER);

        assertEquals(
                "MOVE_NOT_ALLOWED",
                assertThrows(Refused.class, () -> new Merging(first, second).demandUndoable(merge))
                        .code());
        assertEquals(
                "MOVE_NOT_ALLOWED",
                assertThrows(Refused.class, () -> new Merging(third, second).demandUndoable(merge.undone(3)))
                        .code());
    }

    @Test
    void isUndoneWhereTheHospitalOfTheOneThatLivesOnHasEndedIt() {
        var merge = merge();
        first.withdraw("FAMILY_DECISION", BASTIA, LATER);
        forget();

        new Merging(first, second).demandUndoable(merge);
        new Merging(first, second).undo(new Remaining(NOW, false), amendment(), amendment(), unmerged());

        assertEquals(ReferralStatus.ASSESSING, second.state());
        assertEquals(ReferralStatus.CANCELLED, first.state());
        assertEquals(2, first.dossierVersion());
        assertEquals(List.of(), whats(first));
        assertEquals(List.of(), first.actionsOf(ANGERS.organisation()));
    }

    @Test
    void isNotUndoneWhileAStopOfTheOneThatLivesOnIsAskedFor() {
        accept(first);
        var merge = merge();
        first.withdraw("FAMILY_DECISION", BASTIA, LATER);

        var refused = assertThrows(Refused.class, () -> new Merging(first, second).demandUndoable(merge));

        assertEquals("MERGE_CANNOT_BE_UNDONE", refused.code());
        assertEquals(ReferralStatus.CANCEL_REQUESTED, refused.state().orElseThrow());
    }

    private static Merging merging(Referral one, Referral other) {
        return Merging.of(one, false, other, false);
    }

    private Merge merge() {
        var merging = merging(first, second);
        var merge = new Merge(
                        UUID.randomUUID(),
                        second.id(),
                        first.id(),
                        Merge.Stage.STOPPING,
                        "HOSPITALS_AGREE",
                        LATER,
                        COORDINATOR,
                        second.organisation(),
                        null,
                        null,
                        null)
                .done(first.clockStartedAt(), 2);
        merging.merge(amendment(), true, "HOSPITALS_AGREE", COORDINATOR, LATER);
        return merge;
    }

    private void assertRefused(String code) {
        assertEquals(
                code, assertThrows(Refused.class, () -> merging(first, second)).code());
    }

    private static Offer offer(Referral referral) {
        var offer = offerTo(HUB);
        referral.assessed(assessment(verdict("ONA-IV", Verdict.Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        return offer;
    }

    private static void accept(Referral referral) {
        var offer = offerTo(HUB);
        if (referral.state() == ReferralStatus.ASSESSING) {
            referral.assessed(assessment(verdict("ONA-IV", Verdict.Outcome.ELIGIBLE)), RULES, NOW);
        }
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
    }

    private void forget() {
        first.takeChanges();
        second.takeChanges();
    }

    private static List<String> whats(Referral referral) {
        return referral.takeChanges().stream()
                .map(change -> change.occasion().what())
                .toList();
    }
}
