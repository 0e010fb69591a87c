package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Bounds are inclusive, and none is counted from a day that nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "100, -1, CRITICAL",
        "100, 7, CRITICAL",
        "100, 8, PRESSING",
        "100, 30, PRESSING",
        "100, 31, ROUTINE",
        "100, , ROUTINE",
        "42, , ROUTINE",
        "41, , PRESSING",
        "41, 31, PRESSING",
        "41, 7, CRITICAL"
    })
    void followsFromTheDaysThatAreLeftAndTheAgeInDays(int age, Integer left, Urgency urgency) {
        var until = left == null ? null : TODAY.plusDays(left);

        assertEquals(urgency, Urgency.derived(TODAY.minusDays(age), until, TODAY));
    }

    @Test
    void isNotInventedForADayWithoutBounds() {
        var before = LocalDate.of(2025, 12, 31);

        assertThrows(IllegalStateException.class, () -> Urgency.derived(before, null, before));
        assertEquals(Urgency.PRESSING, Urgency.derived(before, null, before.plusDays(1)));
    }
}
