package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    private static final Week NOW = new Week(MONDAY);

    @Test
    void knowsNothingOfAHubThatHasToldNothing() {
        var plan = CapacityPlan.unknown();

        assertEquals(Optional.empty(), plan.waitDays(THURSDAY));
        assertFalse(plan.isShut(THURSDAY, 12));
        assertTrue(plan.hasPlace(THURSDAY));
        assertEquals(List.of(), plan.freeIn(NOW));
    }

    @Test
    void waitsForNothingWhileThePresentWeekHasAPlace() {
        assertEquals(Optional.of(0), plan(1, Map.of()).waitDays(THURSDAY));
    }

    @Test
    void waitsUntilTheMondayOfTheFirstWeekWithAFreePlace() {
        var plan = plan(1, Map.of(NOW, Set.of(1), NOW.plus(1), Set.of(1)));

        assertEquals(Optional.of(11), plan.waitDays(THURSDAY));
        assertEquals(Optional.of(NOW.plus(2)), plan.firstFree(THURSDAY));
    }

    @Test
    void countsTheYoungestWordForEachWeekThatItBeginsIn() {
        var fewer = new CapacityPlan(
                List.of(new CapacityPlan.Rate(MONDAY.minusYears(1), 3), new CapacityPlan.Rate(MONDAY.plusDays(9), 1)),
                List.of(),
                Map.of());

        assertEquals(Optional.of(3), fewer.slots(NOW));
        assertEquals(Optional.of(1), fewer.slots(NOW.plus(1)));
    }

    @Test
    void givesNoPlaceWhileMoreAreTakenThanAreToldNow() {
        assertEquals(List.of(), plan(2, Map.of(NOW, Set.of(1, 3))).freeIn(NOW));
        assertEquals(List.of(1), plan(2, Map.of(NOW, Set.of(3))).freeIn(NOW));
    }

    @Test
    void restsInEveryWeekThatAPauseTouches() {
        var plan = resting(1, new CapacityPlan.Rest(MONDAY.minusDays(30), MONDAY.plusDays(8)));

        assertTrue(plan.rests(NOW));
        assertTrue(plan.rests(NOW.plus(1)));
        assertFalse(plan.rests(NOW.plus(2)));
        assertEquals(Optional.of(11), plan.waitDays(THURSDAY));
    }

    @Test
    void knowsWhenARestEndsWhereTheNumberOfPlacesIsUnknown() {
        var resting =
                new CapacityPlan(List.of(), List.of(new CapacityPlan.Rest(MONDAY, MONDAY.plusWeeks(1))), Map.of());

        assertEquals(Optional.of(4), resting.waitDays(THURSDAY));
        assertTrue(resting.hasPlace(THURSDAY));
    }

    @Test
    void isShutWhenItRestsOrHasTold0InEveryWeekAhead() {
        assertTrue(plan(0, Map.of()).isShut(THURSDAY, 12));
        assertTrue(resting(2, new CapacityPlan.Rest(MONDAY, null)).isShut(THURSDAY, 12));
        assertTrue(
                resting(2, new CapacityPlan.Rest(MONDAY, MONDAY.plusWeeks(12))).isShut(THURSDAY, 12));
        assertFalse(
                resting(2, new CapacityPlan.Rest(MONDAY, MONDAY.plusWeeks(11))).isShut(THURSDAY, 12));
        assertFalse(plan(1, Map.of(NOW, Set.of(1))).isShut(THURSDAY, 1));
    }

    @Test
    void takesAPauseThatEndsOnItsFirstDayForOneThatNeverWas() {
        assertFalse(resting(1, new CapacityPlan.Rest(THURSDAY, THURSDAY)).rests(NOW));
    }

    private static CapacityPlan plan(int slots, Map<Week, Set<Integer>> taken) {
        return new CapacityPlan(List.of(new CapacityPlan.Rate(MONDAY.minusYears(1), slots)), List.of(), taken);
    }

    private static CapacityPlan resting(int slots, CapacityPlan.Rest rest) {
        return new CapacityPlan(List.of(new CapacityPlan.Rate(MONDAY.minusYears(1), slots)), List.of(rest), Map.of());
    }
}
