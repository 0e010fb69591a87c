package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.FactState;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Shortfall;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the dossier says of one thing that the packs ask for.
 *
 * @param shortfall why it decides nothing; null when it does
 */
public record Reading(
        Input input,
        FactState state,
        Shortfall shortfall,
        Object value,
        Comparison operator,
        String unit,
        Range range,
        LocalDate date,
        LocalDate expected,
        LocalDate staleAfter,
        String source,
        List<Reading> contradicting) {

    private static final int MOST_SHOWN = 4;

    static Reading notStated(Input input) {
        return new Reading(
                input, null, Shortfall.NOT_STATED, null, null, null, null, null, null, null, null, List.of());
    }

    static Reading stated(Input input, FactState state, LocalDate date, LocalDate expected, String source) {
        return new Reading(
                input, state, shortfall(state), null, null, null, null, date, expected, null, source, List.of());
    }

    private static Shortfall shortfall(FactState state) {
        return switch (state) {
            case PRESENT, ABSENT -> null;
            case CONFLICTING -> Shortfall.CONFLICTING;
            case PENDING -> Shortfall.PENDING;
            case NOT_DONE -> Shortfall.NOT_DONE;
            case NOT_ASSESSABLE -> Shortfall.NOT_ASSESSABLE;
            case WITHHELD -> Shortfall.WITHHELD;
            case UNKNOWN -> Shortfall.UNKNOWN;
        };
    }

    /** None of it is there, whatever else was said. */
    static Reading none(Input input) {
        return stated(input, FactState.PRESENT, null, null, null)
                .with(BigDecimal.ZERO, Comparison.EQUAL, null, Range.of(Comparison.EQUAL, BigDecimal.ZERO));
    }

    Reading with(Object newValue, Comparison newOperator, String newUnit, Range newRange) {
        return new Reading(
                input,
                state,
                shortfall,
                newValue,
                newOperator,
                newUnit,
                newRange,
                date,
                expected,
                staleAfter,
                source,
                contradicting);
    }

    public Reading shortOf(Shortfall why) {
        return with(why, expected, staleAfter, contradicting);
    }

    Reading expectedOn(LocalDate day) {
        return with(shortfall, day, staleAfter, contradicting);
    }

    public Reading countingUntil(LocalDate day) {
        return with(shortfall, expected, day, contradicting);
    }

    Reading contradictedBy(List<Reading> all) {
        var shown = List.copyOf(all.subList(0, Math.min(MOST_SHOWN, all.size())));
        return with(Shortfall.CONFLICTING, expected, staleAfter, shown);
    }

    private Reading with(
            Shortfall newShortfall, LocalDate newExpected, LocalDate newStaleAfter, List<Reading> newContradicting) {
        return new Reading(
                input,
                state,
                newShortfall,
                value,
                operator,
                unit,
                range,
                date,
                newExpected,
                newStaleAfter,
                source,
                newContradicting);
    }

    public boolean usable() {
        return shortfall == null;
    }

    boolean isFound() {
        return state == FactState.PRESENT || state == FactState.ABSENT || state == FactState.CONFLICTING;
    }
}
