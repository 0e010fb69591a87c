package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class AgeTest {
    @Test
    void bornOnTheLeapDayHasItsBirthdayOnTheFirstOfMarch() {
        var born = LocalDate.of(2024, 2, 29);

        assertFalse(Age.reached(born, Period.ofYears(2), LocalDate.of(2026, 2, 28)));
        assertTrue(Age.reached(born, Period.ofYears(2), LocalDate.of(2026, 3, 1)));
        assertEquals(LocalDate.of(2026, 3, 1), Age.reachedOn(born, Period.ofYears(2)));
    }

    @Test
    void bornAtTheEndOfAugustIsSixMonthsOldOnTheFirstOfMarch() {
        for (var day = 29; day <= 31; day++) {
            assertEquals(LocalDate.of(2026, 3, 1), Age.reachedOn(LocalDate.of(2025, 8, day), Period.ofMonths(6)));
        }
        assertEquals(LocalDate.of(2028, 2, 29), Age.reachedOn(LocalDate.of(2027, 8, 29), Period.ofMonths(6)));
    }

    @Test
    void theDayOnWhichAnAgeIsReachedIsTheFirstOneEver() {
        for (var born = LocalDate.of(2023, 1, 1); born.getYear() < 2025; born = born.plusDays(1)) {
            for (var months = 1; months <= 36; months++) {
                var age = Period.ofMonths(months);
                var reached = Age.reachedOn(born, age);
                assertTrue(Age.reached(born, age, reached));
                assertFalse(Age.reached(born, age, reached.minusDays(1)));
            }
        }
    }

    @Test
    void anAgeInDaysIsReachedOnItsDay() {
        var born = LocalDate.of(2026, 11, 1);

        assertFalse(Age.reached(born, Period.ofDays(14), LocalDate.of(2026, 11, 14)));
        assertTrue(Age.reached(born, Period.ofDays(14), LocalDate.of(2026, 11, 15)));
        assertTrue(Age.reached(born, Period.ZERO, born));
        assertEquals(LocalDate.of(2026, 11, 15), Age.reachedOn(born, Period.ofDays(14)));
    }
}
