package fr.genereferral.hubdirectory.answer;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An age in the unit that medicine counts in at that age, completed units only: it is no birth date. */
@Schema(name = "Age", description = "Completed units: days below 3 months, months below 3 years, then years.")
record Age(int value, Unit unit) {
    private static final int DAYS_BELOW_MONTHS = 3;
    private static final int MONTHS_BELOW_MONTHS = 36;

    enum Unit {
        DAY,
        MONTH,
        YEAR
    }

    static Age on(LocalDate day, LocalDate birthDate) {
        var period = Period.between(birthDate, day);
        var months = Math.toIntExact(period.toTotalMonths());
        if (months < DAYS_BELOW_MONTHS) {
            return new Age(Math.toIntExact(ChronoUnit.DAYS.between(birthDate, day)), Unit.DAY);
        }
        return months < MONTHS_BELOW_MONTHS ? new Age(months, Unit.MONTH) : new Age(period.getYears(), Unit.YEAR);
    }
}
