package fr.genereferral.bench.machine;

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
    void readsWhatIsResidentAndWhatWasAtMost() {
        var status = "Name:\tjava\nVmPeak:\t 999 kB\nVmHWM:\t  460800 kB\nVmRSS:\t  409600 kB\n";

        assertEquals(new Residence(400, 450), Residence.parse(status));
    }
}
