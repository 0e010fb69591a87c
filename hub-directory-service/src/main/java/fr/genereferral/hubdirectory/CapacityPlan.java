package fr.genereferral.hubdirectory;

import java.time.LocalDate;
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

    /** Whether it is told how many begin in the first week that a yes of that day could promise. */
    public boolean isKnown(LocalDate day) {
        return slots(Week.onOrAfter(day)).isPresent();
    }

    /** Empty while it is unknown; the word with the youngest day counts. */
    public Optional<Integer> slots(Week week) {
        var after = week.plus(1).monday();
        Rate youngest = null;
        for (var rate : rates) {
            if (rate.from().isBefore(after) && (youngest == null || rate.from().isAfter(youngest.from()))) {
                youngest = rate;
            }
        }
        return Optional.ofNullable(youngest).map(Rate::slots);
    }

    public boolean rests(Week week) {
        for (var rest : rests) {
            if (week.touches(rest.from(), rest.until())) {
                return true;
            }
        }
        return false;
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
        var told = slots(week).orElse(0);
        // Fewer than before may have been told since they were taken: then their numbers are no measure.
        var most = Math.max(0, told - held.size());
        return IntStream.rangeClosed(1, told)
                .filter(number -> !held.contains(number))
                .limit(most)
                .boxed()
                .toList();
    }

    /**
     * The first week that has not begun yet and in which a child may begin: it has a free place, or nobody knows whether it
     * has one. Whoever is asked, whoever may say yes and what a yes takes is decided by this alone.
     */
    Optional<Week> firstOpen(LocalDate day) {
        return weeks(day, FURTHEST_WEEKS).filter(this::isOpen).findFirst();
    }

    private boolean isOpen(Week week) {
        return !rests(week) && slots(week).map(told -> takenIn(week) < told).orElse(true);
    }

    /** Most hubs, for most therapies: then every week is open. */
    private boolean isUntold() {
        return rates.isEmpty() && rests.isEmpty();
    }

    public boolean hasPlace(LocalDate day) {
        return firstOpen(day).isPresent();
    }

    /**
     * What a yes of that day takes; nothing where nobody knows what there is.
     *
     * @throws Refused NO_SLOT_LEFT
     */
    public Optional<Slot.Place> placeOn(LocalDate day) {
        var week = firstOpen(day).orElseThrow(() -> Refused.because("NO_SLOT_LEFT"));
        return freeIn(week).stream().findFirst().map(number -> new Slot.Place(week, number));
    }

    /**
     * None while the coming Monday has a place: else who tells looked up to six days worse than who keeps quiet. Empty while
     * nothing is known of that week, and where no week is open. The end of a rest is known even where the places are not.
     */
    public Optional<Integer> waitDays(LocalDate day) {
        if (isUntold()) {
            return Optional.empty();
        }
        var coming = Week.onOrAfter(day);
        if (slots(coming).isEmpty() && !rests(coming)) {
            return Optional.empty();
        }
        return firstOpen(day).map(week -> week.equals(coming) ? 0 : week.daysFrom(day));
    }

    /** Whether it is of no use to ask: no week is open, or in each of so many it rests or has told that it can do nothing. */
    public boolean isShut(LocalDate day, int weeks) {
        return !isUntold() && (!hasPlace(day) || weeks > 0 && weeks(day, weeks).allMatch(this::takesNobody));
    }

    /** Whether whoever can wait no longer than so many weeks would get no place in time. */
    boolean isFull(LocalDate day, int weeks) {
        return !isUntold() && weeks(day, weeks).noneMatch(this::isOpen);
    }

    private boolean takesNobody(Week week) {
        return rests(week) || slots(week).filter(n -> n == 0).isPresent();
    }

    /** From the coming Monday on: nobody begins in a week that is half over. */
    public static Stream<Week> weeks(LocalDate day, int number) {
        return Stream.iterate(Week.onOrAfter(day), week -> week.plus(1)).limit(number);
    }
}
