package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The numbers that a stated value leaves possible: "below 25" satisfies "at most 50", "above 50" fails it, and
 * "at least 25" decides nothing. A missing end is null.
 */
record Interval(BigDecimal low, boolean lowIncluded, BigDecimal high, boolean highIncluded) {

    static Interval of(Comparison operator, BigDecimal value) {
        return switch (operator) {
            case LESS -> new Interval(null, false, value, false);
            case AT_MOST -> new Interval(null, false, value, true);
            case EQUAL -> new Interval(value, true, value, true);
            case AT_LEAST -> new Interval(value, true, null, false);
            case MORE -> new Interval(value, false, null, false);
        };
    }

    /** For what is counted: "more than 3" is "at least 4". */
    static Interval ofCount(Comparison operator, int count) {
        return switch (operator) {
            case LESS -> of(Comparison.AT_MOST, BigDecimal.valueOf(count - 1L));
            case MORE -> of(Comparison.AT_LEAST, BigDecimal.valueOf(count + 1L));
            case AT_MOST, EQUAL, AT_LEAST -> of(operator, BigDecimal.valueOf(count));
        };
    }

    /** Every number of this one is in the other as well. */
    boolean isWithin(Interval other) {
        var below = other.low == null
                || low != null && isInside(low.compareTo(other.low), other.lowIncluded || !lowIncluded);
        var above = other.high == null
                || high != null && isInside(other.high.compareTo(high), other.highIncluded || !highIncluded);
        return below && above;
    }

    private static boolean isInside(int distance, boolean endIncluded) {
        return distance > 0 || distance == 0 && endIncluded;
    }

    /** The ends that rounding may reach; "above 20.96" may be rounded to 21.0 itself. */
    Interval rounded(int decimals) {
        return new Interval(round(low, decimals), low != null, round(high, decimals), high != null);
    }

    private static BigDecimal round(BigDecimal value, int decimals) {
        return value == null ? null : value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Decided only if every number of the interval gives the same answer. */
    Truth decide(Comparison operator, BigDecimal threshold) {
        return switch (operator) {
            case LESS -> decide(isBelow(threshold), isAtLeast(threshold));
            case AT_MOST -> decide(isAtMost(threshold), isAbove(threshold));
            case EQUAL -> decide(isAtMost(threshold) && isAtLeast(threshold), isBelow(threshold) || isAbove(threshold));
            case AT_LEAST -> decide(isAtLeast(threshold), isBelow(threshold));
            case MORE -> decide(isAbove(threshold), isAtMost(threshold));
        };
    }

    private static Truth decide(boolean always, boolean never) {
        if (always) {
            return Truth.TRUE;
        }
        return never ? Truth.FALSE : Truth.UNKNOWN;
    }

    private boolean isBelow(BigDecimal threshold) {
        return high != null && (high.compareTo(threshold) < 0 || (high.compareTo(threshold) == 0 && !highIncluded));
    }

    private boolean isAtMost(BigDecimal threshold) {
        return high != null && high.compareTo(threshold) <= 0;
    }

    private boolean isAbove(BigDecimal threshold) {
        return low != null && (low.compareTo(threshold) > 0 || (low.compareTo(threshold) == 0 && !lowIncluded));
    }

    private boolean isAtLeast(BigDecimal threshold) {
        return low != null && low.compareTo(threshold) >= 0;
    }
}
