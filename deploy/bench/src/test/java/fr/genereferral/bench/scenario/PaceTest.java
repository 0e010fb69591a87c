package fr.genereferral.bench.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void doesNotCountWhatTheFirstCommitBrought() {
        var start = Instant.EPOCH;
        var effects = List.of(start, start, start, start.plusSeconds(1), start.plusSeconds(2), start.plusSeconds(2));

        var pace = Pace.of(effects, start.minusSeconds(1));

        assertEquals(1.5, pace.perSecond());
        assertEquals(2, pace.overall());
    }
}
