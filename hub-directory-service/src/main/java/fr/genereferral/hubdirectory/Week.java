package fr.genereferral.hubdirectory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** A week by its Monday: what a hub can do is told, and taken, by the week. */
public record Week(LocalDate monday) implements Comparable<Week> {
    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("A week does not begin on " + monday);
        }
    }

    /** The first one that has not begun before the day. */
    public static Week onOrAfter(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    }

    public Week plus(int weeks) {
        return new Week(monday.plusWeeks(weeks));
    }

    /** @param until the first day that is none of theirs; null for ever after */
    boolean touches(LocalDate from, LocalDate until) {
        return from.isBefore(monday.plusWeeks(1)) && (until == null || until.isAfter(monday) && until.isAfter(from));
    }

    int daysFrom(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, monday));
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }
}
