package fr.genereferral.local.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProcfsTextTest {
    @Test
    void addsAProcessAndItsEndedChildrenWhateverItsName() {
        var stat = "42 (a ) b) S 1 42 42 0 -1 4194560 1 2 3 4 100 20 3 4 20 0 1 0 5 6";

        assertEquals(127, ProcessTime.of(stat).ticks());
    }

    @Test
    void countsWhatTheHypervisorTookAsBusyAndGuestsOnce() {
        var stat = "cpu  100 10 50 800 30 5 5 20 77 7\ncpu0 1 1 1 1 1 1 1 1 1 1";

        assertEquals(new MachineTime(190, 1020), MachineTime.of(stat));
    }

    @Test
    void tellsWhatOthersUsedFromWhatOneUsedOneself() {
        var before = new MachineTime(190, 1020);

        assertEquals(0.25, new MachineTime(250, 1220).foreignSince(before, 10));
        assertEquals(0, new MachineTime(250, 1220).foreignSince(before, 70), "the kernel rounds each on its own");
        assertEquals(0, before.foreignSince(before, 0), "no time has passed");
    }
}
