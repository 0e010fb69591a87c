package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Reads a fact of the dictionary: rounded as it is compared, and only while it is fresh. */
final class FactReader {
    private static final int MOST_DIGITS = 15;

    private final Dossier dossier;
    private final FactDefinition definition;
    private final LocalDate on;

    FactReader(Dossier dossier, FactDefinition definition, LocalDate on) {
        this.dossier = dossier;
        this.definition = definition;
        this.on = on;
    }

    Reading read(Input input) {
        var stated = Few.where(dossier.facts(), fact -> fact.code().equals(input.code()));
        var reading = new Statements<>(stated, fact -> value(input, fact)).latest(input);
        return reading.isUsable() && definition.ages() ? fresh(reading) : reading;
    }

    private Reading value(Input input, Dossier.StatedFact fact) {
        var reading = Reading.stated(input, fact.state(), fact.date(), fact.expectedDate(), fact.source());
        if (!reading.isUsable() || !definition.needsValue()) {
            return reading;
        }
        if (fact.state() == FactState.ABSENT && definition.type() == FactDictionary.Type.DATE) {
            // What never happened has no day.
            return reading;
        }
        if (fact.state() == FactState.ABSENT || fact.value() == null) {
            return reading.shortOf(Shortfall.UNKNOWN);
        }
        var operator = fact.operator() == null ? Comparison.EQUAL : fact.operator();
        if (definition.type() == FactDictionary.Type.DATE
                && LocalDate.parse(fact.value().toString()).isAfter(on)) {
            // It has not happened yet on the day that is judged.
            return reading.shortOf(Shortfall.NOT_STATED);
        }
        if (!(fact.value() instanceof Number value)) {
            return reading.withValue(fact.value().toString(), operator, null, null);
        }
        var number = plain(value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString()));
        var interval = Interval.of(operator, number);
        return reading.withValue(
                number,
                operator,
                fact.unit(),
                definition.decimals() == null ? interval : interval.rounded(definition.decimals()));
    }

    /**
     * 5.80 and 5.8 are the same value and must read the same. Nothing that is measured has more than fifteen digits on
     * either side of the point; written out, 1e-999999999 would fill the memory.
     */
    static BigDecimal plain(BigDecimal number) {
        var magnitude = (long) number.precision() - number.scale();
        if (Math.abs(magnitude) > MOST_DIGITS) {
            return magnitude < 0 ? BigDecimal.ZERO : BigDecimal.TEN.pow(MOST_DIGITS);
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Reading fresh(Reading reading) {
        if (reading.date() == null) {
            return reading.shortOf(Shortfall.UNDATED);
        }
        var until = definition.countsUntil(reading.date(), dossier.birthDate(), on);
        var dated = reading.countingUntil(until);
        return until.isBefore(on) ? dated.shortOf(Shortfall.STALE) : dated;
    }
}
