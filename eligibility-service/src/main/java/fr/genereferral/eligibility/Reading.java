package fr.genereferral.eligibility;

import java.time.LocalDate;

/**
 * What the dossier says of one input on one day.
 *
 * @param state null when nobody stated it
 * @param shortfall why it decides nothing; null when it can be used
 * @param value as stated, for people
 * @param expected when the result, or the next one, is expected
 * @param staleAfter last day on which it counts; null when it does not age
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
        String source) {

    static Reading notStated(Input input) {
        return new Reading(input, null, Shortfall.NOT_STATED, null, null, null, null, null, null, null, null);
    }

    static Reading stated(Input input, FactState state, LocalDate date, LocalDate expected, String source) {
        return new Reading(input, state, Shortfall.of(state), null, null, null, null, date, expected, null, source);
    }

    /** What a missing fact would read like if it were known; used to find out whether it matters. */
    static Reading supposed(Input input, Object value, String unit, Interval interval) {
        return new Reading(
                input, FactState.PRESENT, null, value, Comparison.EQUAL, unit, interval, null, null, null, null);
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
                source);
    }

    Reading shortOf(Shortfall reason) {
        return new Reading(input, state, reason, value, operator, unit, interval, date, expected, staleAfter, source);
    }

    Reading expectedOn(LocalDate day) {
        return new Reading(input, state, shortfall, value, operator, unit, interval, date, day, staleAfter, source);
    }

    Reading countingUntil(LocalDate day) {
        return new Reading(input, state, shortfall, value, operator, unit, interval, date, expected, day, source);
    }

    public boolean isUsable() {
        return shortfall == null;
    }

    boolean isPending() {
        return shortfall == Shortfall.PENDING && expected != null;
    }
}
