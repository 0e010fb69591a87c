package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.Assessment.Dates;
import fr.genereferral.eligibility.Assessment.MissingCriterion;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first day on which an answer changes by itself, or is to be looked at again. */
class NextDayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void anAnswerThatStaysIsNotLookedAtAgain() {
        assertEquals(Optional.empty(), nextDay());
        assertEquals(Optional.empty(), nextDay(verdict(null, null, null)));
    }

    @Test
    void theDayAfterTheLastOnWhichItHolds() {
        assertEquals(Optional.of(TODAY.plusDays(12)), nextDay(verdict(TODAY.plusDays(11), null, null)));
        assertEquals(Optional.of(TODAY.plusDays(1)), nextDay(verdict(TODAY, null, null)));
    }

    @Test
    void theDayOnWhichADeferredOneIsTakenUpAgain() {
        assertEquals(Optional.of(TODAY.plusDays(28)), nextDay(verdict(null, TODAY.plusDays(28), null)));
        assertEquals(Optional.empty(), nextDay(verdict(null, TODAY, null)));
    }

    /** What has not come by its day is not on its way any more. */
    @Test
    void theDayAfterAResultWasExpected() {
        assertEquals(Optional.of(TODAY.plusDays(9)), nextDay(verdict(null, null, TODAY.plusDays(8))));
    }

    @Test
    void theFirstOfAll() {
        var verdict = verdict(TODAY.plusDays(30), TODAY.plusDays(20), TODAY.plusDays(10));

        assertEquals(Optional.of(TODAY.plusDays(11)), nextDay(verdict));
        assertEquals(Optional.of(TODAY.plusDays(5)), nextDay(verdict, verdict(null, TODAY.plusDays(5), null)));
    }

    /** The weight of 20 November counts for fourteen days. */
    @Test
    void aWeightThatGoesStale() {
        var child = Changed.of("sma-1-complete").assess();

        assertEquals(Optional.of(LocalDate.of(2026, 12, 5)), child.nextDay());
    }

    private static Optional<LocalDate> nextDay(TherapyVerdict... verdicts) {
        return new Assessment(TODAY, List.of(), List.of(), List.of(verdicts)).nextDay();
    }

    private static TherapyVerdict verdict(LocalDate validUntil, LocalDate deferredUntil, LocalDate pendingUntil) {
        var dates = new Dates(
                Optional.ofNullable(deferredUntil),
                Optional.of(TODAY.plusDays(2)),
                Optional.of(TODAY.plusDays(3)),
                Optional.ofNullable(validUntil));
        var missing = Stream.of(Optional.ofNullable(pendingUntil), Optional.<LocalDate>empty())
                .map(until -> new MissingCriterion("X.1", until, List.of()))
                .toList();
        return new TherapyVerdict(
                null, true, null, Optional.empty(), null, List.of(), missing, Map.of(), dates, List.of());
    }
}
