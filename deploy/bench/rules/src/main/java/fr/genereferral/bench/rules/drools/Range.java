package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** All that a stated number may be; an end that is not there is null. */
public record Range(BigDecimal low, boolean withLow, BigDecimal high, boolean withHigh) {
    static Range of(Comparison operator, BigDecimal value) {
        return switch (operator) {
            case LESS -> new Range(null, false, value, false);
            case AT_MOST -> new Range(null, false, value, true);
            case EQUAL -> new Range(value, true, value, true);
            case AT_LEAST -> new Range(value, true, null, false);
            case MORE -> new Range(value, false, null, false);
        };
    }

    /** Of what is counted: more than three are at least four. */
    static Range ofCount(Comparison operator, int count) {
        return switch (operator) {
            case LESS -> of(Comparison.AT_MOST, BigDecimal.valueOf(count - 1L));
            case MORE -> of(Comparison.AT_LEAST, BigDecimal.valueOf(count + 1L));
            case AT_MOST, EQUAL, AT_LEAST -> of(operator, BigDecimal.valueOf(count));
        };
    }

    Range rounded(int decimals) {
        return new Range(round(low, decimals), low != null, round(high, decimals), high != null);
    }

    private static BigDecimal round(BigDecimal value, int decimals) {
        return value == null ? null : value.setScale(decimals, RoundingMode.HALF_UP);
    }

    boolean isWithin(Range other) {
        var above = other.low == null || low != null && fits(low.compareTo(other.low), withLow, other.withLow);
        var below = other.high == null || high != null && fits(other.high.compareTo(high), withHigh, other.withHigh);
        return above && below;
    }

    private static boolean fits(int distance, boolean with, boolean otherWith) {
        return distance > 0 || distance == 0 && (otherWith || !with);
    }

    /** True or false only when all of it says the same. */
    Truth is(Comparison operator, BigDecimal limit) {
        return switch (operator) {
            case LESS -> truth(isBelow(limit), isAtLeast(limit));
            case AT_MOST -> truth(isAtMost(limit), isAbove(limit));
            case EQUAL -> truth(isAtMost(limit) && isAtLeast(limit), isBelow(limit) || isAbove(limit));
            case AT_LEAST -> truth(isAtLeast(limit), isBelow(limit));
            case MORE -> truth(isAbove(limit), isAtMost(limit));
        };
    }

    private static Truth truth(boolean always, boolean never) {
        if (always) {
            return Truth.TRUE;
        }
        return never ? Truth.FALSE : Truth.UNKNOWN;
    }

    private boolean isBelow(BigDecimal limit) {
        return high != null && (withHigh ? high.compareTo(limit) < 0 : high.compareTo(limit) <= 0);
    }

    private boolean isAtMost(BigDecimal limit) {
        return high != null && high.compareTo(limit) <= 0;
    }

    private boolean isAbove(BigDecimal limit) {
        return low != null && (withLow ? low.compareTo(limit) > 0 : low.compareTo(limit) >= 0);
    }

    private boolean isAtLeast(BigDecimal limit) {
        return low != null && low.compareTo(limit) >= 0;
    }
}
