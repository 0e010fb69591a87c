package fr.genereferral.bench.equity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Region CORSICA = new Region("94", "Corse");
    private static final Disease DISEASE = new Disease("ONA-IV", "SMA", 8500, 0, 73, "assumed", "test");

    @Test
    void isTheShareOfAllStartsThatAreAskedFor() {
        var slot = new Slot("130804297", DISEASE);
        var child = new Treated(CORSICA, slot, 245, 3);

        // Five starts in a year, twenty in four, and six children.
        var load = Load.of(Collections.nCopies(6, child), 4);

        assertEquals(0.3, load.get(slot), 1e-9);
    }

    @Test
    void isToldForEachHubAndPolicy() {
        var near = new Treated(CORSICA, new Slot("130804297", DISEASE), 245, 3);
        var far = new Treated(CORSICA, new Slot("750100208", DISEASE), 245, 3);
        var site = new Point(43, 5);
        var hospitals = Map.of("130804297", new Hospital("Timone", site), "750100208", new Hospital("Necker", site));
        var outcomes = List.of(
                Outcome.of(Policy.TRAVEL, Collections.nCopies(5, near)),
                Outcome.of(Policy.PLATFORM, List.of(near, far, far)));

        assertEquals(
                List.of("ONA-IV | Necker | 0.00 | 0.40", "ONA-IV | Timone | 1.00 | 0.20"),
                new Load(outcomes, hospitals, 1).rows());
    }
}
