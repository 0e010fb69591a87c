package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionLimitsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({"ROUTINE, 72", "PRESSING, 24", "CRITICAL, 4"})
    void areSetForEveryUrgencyFromTheFirstDayOn(Urgency urgency, int hours) {
        var limits = new QuestionLimits();

        assertEquals(Duration.ofHours(hours), limits.of(urgency, FIRST));
        assertEquals(Duration.ofHours(hours), limits.of(urgency, FIRST.plusYears(10)));
        assertEquals(Optional.empty(), limits.find(urgency, FIRST.minusDays(1)));
        assertThrows(IllegalStateException.class, () -> limits.of(urgency, FIRST.minusDays(1)));
    }
}
