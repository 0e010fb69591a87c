package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.List;

/**
 * What the dossier says of one input on one day.
 *
 * @param state null when nobody stated it
 * @param shortfall why it decides nothing; null when it can be used
 * @param value as stated, for people
 * @param expected when the result, or the next one, is expected
 * @param staleAfter last day on which it counts; null when it does not age
 * @param contradicting the statements that cannot all be true; empty when they agree
 */
public record Reading(
        Input input,
        FactState state,
        Shortfall shortfall,
        Object value,
        Comparison operator,
        String unit,
        Interval interval,
        LocalDate date,
        LocalDate expected,
        LocalDate staleAfter,
        String source,
        List<Reading> contradicting) {

    private static final int MOST_SHOWN = 4;

    private static Reading of(Input input, FactState state, Shortfall shortfall, LocalDate date, String source) {
        return new Reading(input, state, shortfall, null, null, null, null, date, null, null, source, List.of());
    }

    static Reading notStated(Input input) {
        return of(input, null, Shortfall.NOT_STATED, null, null);
    }

    static Reading stated(Input input, FactState state, LocalDate date, LocalDate expected, String source) {
        var reading = of(input, state, Shortfall.of(state), date, source);
        return expected == null ? reading : reading.expectedOn(expected);
    }

    /** What a missing fact would read like if it were known; used to find out whether it matters. */
    static Reading supposed(Input input, Object value, String unit, Interval interval) {
        return of(input, FactState.PRESENT, null, null, null).withValue(value, Comparison.EQUAL, unit, interval);
    }

    static Reading supposedAbsent(Input input) {
        return stated(input, FactState.ABSENT, null, null, null);
    }

    Reading withValue(Object newValue, Comparison newOperator, String newUnit, Interval newInterval) {
        return new Reading(
                input,
                state,
                shortfall,
                newValue,
                newOperator,
                newUnit,
                newInterval,
                date,
                expected,
                staleAfter,
                source,
                contradicting);
    }

    Reading shortOf(Shortfall reason) {
        return with(state, reason, expected, staleAfter, contradicting);
    }

    Reading inState(FactState other) {
        return with(other, shortfall, expected, staleAfter, contradicting);
    }

    Reading expectedOn(LocalDate day) {
        return with(state, shortfall, day, staleAfter, contradicting);
    }

    Reading countingUntil(LocalDate day) {
        return with(state, shortfall, expected, day, contradicting);
    }

    /** @param statements in a stable order; only the first few are shown, for an event must not grow with its dossier */
    Reading contradictedBy(List<Reading> statements) {
        var shown = statements.stream().limit(MOST_SHOWN).toList();
        return with(state, Shortfall.CONFLICTING, expected, staleAfter, shown);
    }

    private Reading with(
            FactState newState,
            Shortfall newShortfall,
            LocalDate newExpected,
            LocalDate newStaleAfter,
            List<Reading> newContradicting) {
        return new Reading(
                input,
                newState,
                newShortfall,
                value,
                operator,
                unit,
                interval,
                date,
                newExpected,
                newStaleAfter,
                source,
                newContradicting);
    }

    public boolean isUsable() {
        return shortfall == null;
    }

    boolean isPending() {
        return shortfall == Shortfall.PENDING && expected != null;
    }
}
