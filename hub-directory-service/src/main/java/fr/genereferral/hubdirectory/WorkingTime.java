package fr.genereferral.hubdirectory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Time as it goes by on working days of metropolitan France, each from midnight to midnight in Paris. */
record WorkingTime(PublicHolidays holidays) {

    /** The same time of day, so many working days later. */
    Instant daysAfter(Instant from, int days) {
        var later = from.atZone(Paris.ZONE);
        for (var left = days; left > 0; ) {
            later = later.plusDays(1);
            if (isWorkingDay(later.toLocalDate())) {
                left--;
            }
        }
        return later.toInstant();
    }

    /** None when {@code to} is not after {@code from}. */
    Duration between(Instant from, Instant to) {
        var passed = Duration.ZERO;
        for (var at = from; at.isBefore(to); ) {
            var midnight = midnightAfter(at);
            var end = midnight.isBefore(to) ? midnight : to;
            if (isWorkingDay(dayOf(at))) {
                passed = passed.plus(Duration.between(at, end));
            }
            at = end;
        }
        return passed;
    }

    /** When so much of it has passed. */
    Instant after(Instant from, Duration time) {
        var at = from;
        for (var left = time; !left.isZero(); at = midnightAfter(at)) {
            var day = isWorkingDay(dayOf(at)) ? Duration.between(at, midnightAfter(at)) : Duration.ZERO;
            if (left.compareTo(day) <= 0) {
                return at.plus(left);
            }
            left = left.minus(day);
        }
        return at;
    }

    private boolean isWorkingDay(LocalDate day) {
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.includes(day);
    }

    private static LocalDate dayOf(Instant at) {
        return Paris.dayOf(at);
    }

    private static Instant midnightAfter(Instant at) {
        return Paris.beginningOf(dayOf(at).plusDays(1));
    }
}
