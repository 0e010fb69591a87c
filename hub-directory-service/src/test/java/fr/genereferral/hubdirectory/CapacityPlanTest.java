package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    /** The first week that a yes of that Thursday can promise. */
    private static final Week COMING = new Week(MONDAY.plusWeeks(1));

    @Test
    void knowsNothingOfAHubThatHasToldNothing() {
        var plan = new CapacityPlan(List.of(), List.of(), Map.of());

        assertEquals(Optional.empty(), plan.waitDays(THURSDAY));
        assertFalse(plan.isShut(THURSDAY, 12));
        assertTrue(plan.hasPlace(THURSDAY));
        assertEquals(Optional.empty(), plan.placeOn(THURSDAY));
        assertEquals(List.of(), plan.freeIn(COMING));
    }

    @Test
    void promisesTheComingMondayAndWaitsForNothingWhileItHasAPlace() {
        var plan = plan(1, Map.of());

        assertEquals(Optional.of(0), plan.waitDays(THURSDAY));
        assertEquals(Optional.of(new Slot.Place(COMING, 1)), plan.placeOn(THURSDAY));
        assertEquals(Optional.of(new Slot.Place(COMING, 1)), plan.placeOn(MONDAY.plusDays(6)));
        assertEquals(Optional.of(new Slot.Place(COMING, 1)), plan.placeOn(COMING.monday()));
    }

    @Test
    void waitsUntilTheMondayOfTheFirstWeekWithAFreePlace() {
        var plan = plan(1, Map.of(COMING, Set.of(1), COMING.plus(1), Set.of(1)));

        assertEquals(Optional.of(18), plan.waitDays(THURSDAY));
        assertEquals(Optional.of(COMING.plus(2)), plan.firstOpen(THURSDAY));
    }

    @Test
    void countsTheYoungestWordForEachWeekThatItBeginsIn() {
        var fewer = new CapacityPlan(
                List.of(new CapacityPlan.Rate(MONDAY.minusYears(1), 3), new CapacityPlan.Rate(MONDAY.plusDays(16), 1)),
                List.of(),
                Map.of());

        assertEquals(Optional.of(3), fewer.slots(COMING));
        assertEquals(Optional.of(1), fewer.slots(COMING.plus(1)));
    }

    @Test
    void takesAWordForALaterDayForNoneOnTheWeeksBefore() {
        var later = told(List.of(new CapacityPlan.Rate(COMING.plus(14).monday(), 2)));

        assertFalse(later.isKnown(THURSDAY));
        assertEquals(Optional.empty(), later.waitDays(THURSDAY));
        assertEquals(Optional.empty(), later.placeOn(THURSDAY));
        assertEquals(1, later.placeOn(COMING.plus(14).monday()).orElseThrow().number());
    }

    @Test
    void refusesNobodyForAWordThatLiesBeyondEveryPromise() {
        var slip = told(List.of(new CapacityPlan.Rate(MONDAY.plusYears(100), 2)));

        assertFalse(slip.isShut(THURSDAY, 12));
        assertEquals(Optional.empty(), slip.placeOn(THURSDAY));
    }

    @Test
    void givesNoPlaceWhileMoreAreTakenThanAreToldNow() {
        assertEquals(List.of(), plan(2, Map.of(COMING, Set.of(1, 3))).freeIn(COMING));
        assertEquals(List.of(1), plan(2, Map.of(COMING, Set.of(3))).freeIn(COMING));
    }

    @Test
    void restsInEveryWeekThatAPauseTouches() {
        var plan = resting(1, new CapacityPlan.Rest(MONDAY.minusDays(30), MONDAY.plusDays(15)));

        assertTrue(plan.rests(COMING));
        assertTrue(plan.rests(COMING.plus(1)));
        assertFalse(plan.rests(COMING.plus(2)));
        assertEquals(Optional.of(18), plan.waitDays(THURSDAY));
    }

    @Test
    void knowsWhenARestEndsWhereTheNumberOfPlacesIsUnknown() {
        var end = COMING.monday().plusWeeks(1);
        var resting = new CapacityPlan(List.of(), List.of(new CapacityPlan.Rest(MONDAY, end)), Map.of());

        assertEquals(Optional.of(11), resting.waitDays(THURSDAY));
        assertEquals(Optional.empty(), resting.placeOn(THURSDAY));
    }

    @Test
    void isShutWhenItRestsOrHasTold0InEveryWeekAhead() {
        var monday = COMING.monday();
        assertTrue(plan(0, Map.of()).isShut(THURSDAY, 12));
        assertTrue(resting(2, new CapacityPlan.Rest(monday, null)).isShut(THURSDAY, 12));
        assertTrue(
                resting(2, new CapacityPlan.Rest(monday, monday.plusWeeks(12))).isShut(THURSDAY, 12));
        assertFalse(
                resting(2, new CapacityPlan.Rest(monday, monday.plusWeeks(11))).isShut(THURSDAY, 12));
        assertFalse(plan(1, Map.of(COMING, Set.of(1))).isShut(THURSDAY, 1));
    }

    /** Who can wait is asked for all the same: the place comes later. */
    @Test
    void isFullForWhoeverCannotWaitUntilAPlaceIsFree() {
        var full = plan(1, Map.of(COMING, Set.of(1), COMING.plus(1), Set.of(1)));

        assertTrue(full.isFull(THURSDAY, 2));
        assertFalse(full.isFull(THURSDAY, 3));
        assertFalse(full.isShut(THURSDAY, 2));
        assertFalse(new CapacityPlan(List.of(), List.of(), Map.of()).isFull(THURSDAY, 2), "nobody knows");
    }

    @Test
    void isShutWhenItIsFullUntilItTakesNobody() {
        var first = new CapacityPlan.Rate(MONDAY.minusYears(1), 1);
        var none = new CapacityPlan.Rate(COMING.plus(1).monday(), 0);
        var full = new CapacityPlan(List.of(first, none), List.of(), Map.of(COMING, Set.of(1)));

        assertTrue(full.isShut(THURSDAY, 12));
        assertEquals(Optional.empty(), full.waitDays(THURSDAY));
        assertEquals(
                "NO_SLOT_LEFT",
                assertThrows(Refused.class, () -> full.placeOn(THURSDAY)).code());
    }

    @Test
    void refusesAYesWhileNoEndOfARestIsKnown() {
        var resting = new CapacityPlan(List.of(), List.of(new CapacityPlan.Rest(MONDAY, null)), Map.of());

        assertFalse(resting.hasPlace(THURSDAY));
        assertTrue(resting.isShut(THURSDAY, 0));
    }

    @Test
    void takesAPauseThatEndsOnItsFirstDayForOneThatNeverWas() {
        var day = COMING.monday().plusDays(3);

        assertFalse(resting(1, new CapacityPlan.Rest(day, day)).rests(COMING));
    }

    @Test
    void freesEveryPlaceButOneThatCareHasUsed() {
        assertFalse(SlotMove.Cause.COMPLETED.frees(COMING, COMING.monday()));
        assertTrue(SlotMove.Cause.COMPLETED.frees(COMING, THURSDAY));
        assertTrue(SlotMove.Cause.CLOSED.frees(COMING, COMING.monday().plusDays(3)));
    }

    private static CapacityPlan told(List<CapacityPlan.Rate> rates) {
        return new CapacityPlan(rates, List.of(), Map.of());
    }

    private static CapacityPlan plan(int slots, Map<Week, Set<Integer>> taken) {
        return new CapacityPlan(List.of(new CapacityPlan.Rate(MONDAY.minusYears(1), slots)), List.of(), taken);
    }

    private static CapacityPlan resting(int slots, CapacityPlan.Rest rest) {
        return new CapacityPlan(List.of(new CapacityPlan.Rate(MONDAY.minusYears(1), slots)), List.of(rest), Map.of());
    }
}
