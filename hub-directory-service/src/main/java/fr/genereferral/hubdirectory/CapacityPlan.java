package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a hub can do for one therapy, week by week: what it has told, when it rests, what is taken. What it has not told
 * is unknown, which is neither nothing nor plenty.
 *
 * @param taken the numbers of the places that are taken
 */
public record CapacityPlan(List<Rate> rates, List<Rest> rests, Map<Week, Set<Integer>> taken) {
    /** A place further away than this is none that anybody could promise. */
    private static final int FURTHEST_WEEKS = 104;

    /** So many a week, from the week of this day on. */
    public record Rate(LocalDate from, int slots) {}

    /**
     * Takes nobody.
     *
     * @param until the first day on which it takes somebody again; null while none is known
     */
    public record Rest(LocalDate from, LocalDate until) {}

    public static CapacityPlan unknown() {
        return new CapacityPlan(List.of(), List.of(), Map.of());
    }

    public boolean isTold() {
        return !rates.isEmpty();
    }

    /** Empty while it is unknown; the word with the youngest day counts. */
    public Optional<Integer> slots(Week week) {
        return rates.stream()
                .filter(rate -> rate.from().isBefore(week.plus(1).monday()))
                .max(Comparator.comparing(Rate::from))
                .map(Rate::slots);
    }

    public boolean rests(Week week) {
        return rests.stream().anyMatch(rest -> week.touches(rest.from(), rest.until()));
    }

    public int takenIn(Week week) {
        return taken.getOrDefault(week, Set.of()).size();
    }

    /** Those that nobody has; none in a week of rest, or of which nothing is known. */
    public List<Integer> freeIn(Week week) {
        if (rests(week)) {
            return List.of();
        }
        var held = taken.getOrDefault(week, Set.of());
        // Fewer than before may have been told since they were taken: then their numbers are no measure.
        var most = Math.max(0, slots(week).orElse(0) - held.size());
        return IntStream.rangeClosed(1, slots(week).orElse(0))
                .filter(number -> !held.contains(number))
                .limit(most)
                .boxed()
                .toList();
    }

    /** The first week with a free place, the present one included: else who tells looked worse than who keeps quiet. */
    public Optional<Week> firstFree(LocalDate day) {
        return weeks(day, FURTHEST_WEEKS)
                .filter(week -> !freeIn(week).isEmpty())
                .findFirst();
    }

    /** Whether a child may be promised care: nobody can say no for a hub that has told nothing. */
    public boolean hasPlace(LocalDate day) {
        return !isTold() || firstFree(day).isPresent();
    }

    /**
     * Days to the first week that is not known to be full or of rest; empty while nothing is known of the present one. The
     * end of a rest is known even where the number of places is not.
     */
    public Optional<Integer> waitDays(LocalDate day) {
        if (slots(Week.of(day)).isEmpty() && !rests(Week.of(day))) {
            return Optional.empty();
        }
        var week = weeks(day, FURTHEST_WEEKS)
                .filter(w -> !rests(w) && (slots(w).isEmpty() || !freeIn(w).isEmpty()))
                .findFirst()
                .orElseGet(() -> Week.of(day).plus(FURTHEST_WEEKS));
        return Optional.of(week.daysFrom(day));
    }

    /** Whether it takes nobody in any of so many weeks: it rests, or has told that it can do nothing. */
    public boolean isShut(LocalDate day, int weeks) {
        return weeks > 0
                && weeks(day, weeks)
                        .allMatch(week ->
                                rests(week) || slots(week).filter(n -> n == 0).isPresent());
    }

    /** From the present one on. */
    public static Stream<Week> weeks(LocalDate day, int number) {
        return Stream.iterate(Week.of(day), week -> week.plus(1)).limit(number);
    }
}
