package fr.genereferral.bench.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ResidenceTest {
    @Test
    void readsWhatIsResidentAndWhatWasAtMost() {
        var status = "Name:\tjava\nVmPeak:\t 999 kB\nVmHWM:\t  460800 kB\nVmRSS:\t  409600 kB\n";

        assertEquals(new Residence(400, 450), Residence.parse(status));
    }
}
