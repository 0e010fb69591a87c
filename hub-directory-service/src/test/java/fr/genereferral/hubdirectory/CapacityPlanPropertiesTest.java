package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Capacities.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of places: words for days before and after, rests, yes and end, while days go by; the parameter is the seed. */
class CapacityPlanPropertiesTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 25);
    private static final Place PLACE = new Place("H", "T-1");
    private static final int STEPS = 60;
    private static final int WEEKS = 12;

    private final Map<LocalDate, Integer> told = new LinkedHashMap<>();
    private final List<CapacityPlan.Rest> rests = new ArrayList<>();
    /** By a number for each child. */
    private final Map<Integer, Slot.Place> held = new LinkedHashMap<>();

    private LocalDate today = START;
    private int children;

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("e2e.long") ? 20_000 : 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverGivesMoreThanIsToldNorOnePlaceToTwo(long seed) {
        var random = new Random(seed);
        for (var step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> told.put(today.plusDays(random.nextInt(120) - 40), random.nextInt(4));
                case 1 -> rest(random);
                case 2 -> today = today.plusDays(random.nextInt(4));
                case 3, 4 -> free(random);
                default -> ask();
            }
            assertEquals(held.size(), Set.copyOf(held.values()).size(), "a place is given to two");
        }
    }

    private void rest(Random random) {
        rests.clear();
        if (random.nextBoolean()) {
            var until = random.nextInt(4) == 0 ? null : today.plusDays(random.nextInt(40));
            rests.add(new CapacityPlan.Rest(today, until));
        }
    }

    /** Whoever is asked can say yes. */
    private void ask() {
        var plan = plan();
        var asked = !plan.isShut(today, WEEKS);
        assertEquals(plan, capacities().plan("H", "T-1"));
        assertTrue(plan.hasPlace(today) || !asked, "asked in vain");
        if (plan.hasPlace(today)) {
            plan.placeOn(today).ifPresentOrElse(place -> take(plan, place), () -> assertUnknown(plan));
        }
    }

    private void take(CapacityPlan plan, Slot.Place place) {
        var week = place.week();
        assertFalse(week.monday().isBefore(today), "in a week that has begun");
        assertTrue(plan.takenIn(week) < plan.slots(week).orElseThrow(), "over capacity");
        assertFalse(plan.rests(week), "in a week of rest");
        var wait = week.equals(Week.onOrAfter(today)) ? 0 : week.daysFrom(today);
        assertEquals(wait, plan.waitDays(today).orElseThrow());
        held.put(children++, place);
    }

    private void assertUnknown(CapacityPlan plan) {
        var open = plan.firstOpen(today).orElseThrow();
        assertTrue(plan.slots(open).isEmpty(), "a yes without a place though it is told how many there are");
    }

    /** What is free can be taken by the next; what was used cannot. */
    private void free(Random random) {
        var child = random.nextInt(children + 1);
        var place = held.get(child);
        var cause = random.nextInt(3) == 0 ? SlotMove.Cause.COMPLETED : SlotMove.Cause.CLOSED;
        if (place != null && cause.frees(place.week(), today)) {
            held.remove(child);
        }
        if (place != null && cause == SlotMove.Cause.COMPLETED) {
            assertEquals(!place.week().monday().isAfter(today), held.containsKey(child));
        }
    }

    private CapacityPlan plan() {
        return new CapacityPlan(rates(), List.copyOf(rests), taken());
    }

    private Capacities capacities() {
        return new Capacities(
                rates().isEmpty() ? Map.of() : Map.of(PLACE, rates()),
                Map.of(PLACE, List.copyOf(rests)),
                Map.of(PLACE, taken()));
    }

    private List<CapacityPlan.Rate> rates() {
        return told.entrySet().stream()
                .map(word -> new CapacityPlan.Rate(word.getKey(), word.getValue()))
                .toList();
    }

    private Map<Week, Set<Integer>> taken() {
        return new HashMap<>(held.values().stream()
                .collect(Collectors.groupingBy(
                        Slot.Place::week, Collectors.mapping(Slot.Place::number, Collectors.toSet()))));
    }
}
