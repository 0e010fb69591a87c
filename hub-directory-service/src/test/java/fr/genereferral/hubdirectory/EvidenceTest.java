package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Band UP_TO_13_KG = new Band(null, 18, null, new BigDecimal("13.5"));
    private static final Band FROM_20_KG = new Band(null, null, new BigDecimal("20"), null);

    @Test
    void judgesOtherBoundsByThoseThatAreKnownToHold() {
        var light = evidence(true, new Evidence.Fit(UP_TO_13_KG, true, true));

        assertEquals(Certainty.YES, light.covers(new Band(null, 18, null, new BigDecimal("21"))));
        assertEquals(Certainty.NO, light.covers(FROM_20_KG));
        assertEquals(Certainty.UNKNOWN, light.covers(new Band(null, null, null, new BigDecimal("8.5"))));
    }

    @Test
    void judgesOtherBoundsByThoseThatAreKnownNotToHold() {
        var heavy = evidence(true, new Evidence.Fit(UP_TO_13_KG, true, false));

        assertEquals(Certainty.NO, heavy.covers(new Band(null, null, null, new BigDecimal("8.5"))));
        assertEquals(Certainty.UNKNOWN, heavy.covers(FROM_20_KG));
    }

    @Test
    void keepsNobodyOutByAWeightThatIsMissing() {
        var unweighed = evidence(false, new Evidence.Fit(UP_TO_13_KG, true, true));

        assertEquals(Certainty.YES, unweighed.covers(FROM_20_KG));
    }

    @Test
    void isCertainOfBoundsThatBoundNothing() {
        assertEquals(Certainty.YES, evidence(true).covers(Band.open()));
    }

    private static Evidence evidence(boolean weightKnown, Evidence.Fit... fits) {
        return new Evidence(List.of(), weightKnown, List.of(fits));
    }
}
