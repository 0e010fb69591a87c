package fr.genereferral.referral.likeness;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** Whether two days of birth may be one, written twice. */
final class DateLikeness {
    private static final int LAST = 31;

    private DateLikeness() {}

    static Agreement of(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return Agreement.UNKNOWN;
        }
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        if (isSwapped(one, other) || isConvention(one, other) || isConvention(other, one) || isOff(one, other)) {
            return Agreement.NEAR;
        }
        return Agreement.DIFFERENT;
    }

    private static boolean isSwapped(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
    }

    /** Who does not know the day writes the first of the month; who knows neither, the first or the last of the year. */
    private static boolean isConvention(LocalDate one, LocalDate other) {
        if (one.getYear() != other.getYear()) {
            return false;
        }
        var ofYear = one.getDayOfYear() == 1 || one.getMonth() == Month.DECEMBER && one.getDayOfMonth() == LAST;
        return ofYear || one.getDayOfMonth() == 1 && one.getMonth() == other.getMonth();
    }

    /** One of day, month and year is another: the year and the month by one, the day by what it likes. */
    private static boolean isOff(LocalDate one, LocalDate other) {
        return YearMonth.from(one).equals(YearMonth.from(other)) || isNext(one, other) || isNext(other, one);
    }

    /** The month after the last of a year, and after a longer one, is the next one too. */
    private static boolean isNext(LocalDate one, LocalDate other) {
        return one.plusMonths(1).equals(other)
                || other.minusMonths(1).equals(one)
                || one.plusYears(1).equals(other)
                || other.minusYears(1).equals(one);
    }
}
