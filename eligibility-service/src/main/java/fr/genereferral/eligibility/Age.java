package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * Ages in completed calendar units, by java.time's Period from birth to the day. Only Period decides: plusMonths would
 * let a child born on 31 August turn six months a day earlier.
 */
final class Age {
    private Age() {}

    static boolean reached(LocalDate birth, Period age, LocalDate on) {
        if (age.toTotalMonths() > 0) {
            return Period.between(birth, on).toTotalMonths() >= age.toTotalMonths();
        }
        return ChronoUnit.DAYS.between(birth, on) >= age.getDays();
    }

    static Period between(LocalDate birth, LocalDate on) {
        return Period.between(birth, on);
    }

    /** The first day on which the age is reached. */
    static LocalDate reachedOn(LocalDate birth, Period age) {
        var day = birth.plus(age);
        while (!reached(birth, age, day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
