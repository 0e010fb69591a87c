package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.Shortfall;
import fr.genereferral.eligibility.Truth;
import java.math.BigDecimal;

/** How many copies are left of a gene that is judged by them. */
public record Counted(String genetics, Reading reading) {
    private static final int MOST = 3;

    /** A deletion found on both copies is a count of none, and contradicts any other. */
    public static Counted lostOnBoth(String genetics, Reading stated) {
        if (stated.shortfall() == Shortfall.CONFLICTING) {
            return new Counted(genetics, stated);
        }
        if (!stated.usable()) {
            return new Counted(genetics, Reading.none(stated.input()));
        }
        return switch (stated.range().is(Comparison.EQUAL, BigDecimal.ZERO)) {
            case TRUE -> new Counted(genetics, stated);
            case FALSE -> new Counted(genetics, stated.shortOf(Shortfall.CONFLICTING));
            case UNKNOWN -> new Counted(genetics, Reading.none(stated.input()));
        };
    }

    public boolean none() {
        return allows(0);
    }

    public boolean one() {
        return allows(1);
    }

    public boolean two() {
        return allows(2);
    }

    public boolean threeOrMore() {
        return allows(MOST) || reading.range().is(Comparison.MORE, BigDecimal.valueOf(MOST)) != Truth.FALSE;
    }

    private boolean allows(int copies) {
        return !reading.usable() || reading.range().is(Comparison.EQUAL, BigDecimal.valueOf(copies)) != Truth.FALSE;
    }
}
