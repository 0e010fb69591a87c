package fr.genereferral.bench.rules.drools;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** Ages in completed units. */
final class Ages {
    private Ages() {}

    static boolean reached(LocalDate birth, Period age, LocalDate on) {
        return age.toTotalMonths() > 0
                ? Period.between(birth, on).toTotalMonths() >= age.toTotalMonths()
                : ChronoUnit.DAYS.between(birth, on) >= age.getDays();
    }

    static LocalDate reachedOn(LocalDate birth, Period age) {
        var day = birth.plus(age);
        while (!reached(birth, age, day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
