package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of places: yes, end, the same again, another number a week and a rest, in any order; the parameter is the seed. */
class CapacityPlanPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final int STEPS = 60;

    private final Map<UUID, Slot> slots = new LinkedHashMap<>();
    private final List<CapacityPlan.Rate> rates = new ArrayList<>();
    private final List<CapacityPlan.Rest> rests = new ArrayList<>();
    private int freed;

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("e2e.long") ? 20_000 : 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverGivesMoreThanIsToldNorOnePlaceToTwo(long seed) {
        var random = new Random(seed);
        rates.add(new CapacityPlan.Rate(TODAY, random.nextInt(4)));

        for (var step = 0; step < STEPS; step++) {
            var child = new UUID(0, random.nextInt(12));
            switch (random.nextInt(8)) {
                case 0 -> rates.set(0, new CapacityPlan.Rate(TODAY, random.nextInt(4)));
                case 1 -> rest(random);
                case 2, 3, 4 -> free(child);
                default -> take(child);
            }
            assertNoPlaceIsGivenToTwo();
        }

        assertEquals(
                freed, slots.values().stream().filter(s -> s.freedAt() != null).count());
    }

    private void rest(Random random) {
        rests.clear();
        if (random.nextBoolean()) {
            rests.add(new CapacityPlan.Rest(TODAY, TODAY.plusDays(random.nextInt(40))));
        }
    }

    /** A yes that is heard again finds that it has its place; an offer that has ended is never said yes to again. */
    private void take(UUID child) {
        var plan = plan();
        if (slots.containsKey(child)) {
            return;
        }
        plan.firstFree(TODAY).ifPresent(week -> {
            assertTrue(plan.takenIn(week) < plan.slots(week).orElseThrow(), "over capacity");
            assertTrue(!plan.rests(week), "in a week of rest");
            assertEquals(plan.waitDays(TODAY).orElseThrow(), week.daysFrom(TODAY));
            var number = plan.freeIn(week).get(0);
            var take = new SlotMove.Take(child, "H", "T-1", null);
            slots.put(child, new Slot(take, new Slot.Place(week, number), Band.open(), Instant.EPOCH));
        });
    }

    private void free(UUID child) {
        var slot = slots.get(child);
        if (slot != null) {
            freed += slot.freedAt() == null ? 1 : 0;
            slot.free(SlotMove.Cause.CLOSED, Instant.EPOCH);
        }
    }

    private CapacityPlan plan() {
        var taken = new HashMap<Week, Set<Integer>>();
        held().collect(Collectors.groupingBy(
                        place -> place.week(), Collectors.mapping(Slot.Place::number, Collectors.toSet())))
                .forEach(taken::put);
        return new CapacityPlan(List.copyOf(rates), List.copyOf(rests), taken);
    }

    private Stream<Slot.Place> held() {
        return slots.values().stream().filter(slot -> slot.freedAt() == null).map(Slot::place);
    }

    private void assertNoPlaceIsGivenToTwo() {
        assertEquals(held().count(), held().distinct().count());
    }
}
