package fr.genereferral.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void namesTheLatencyThatSoLargeAShareDoesNotExceed() {
        IntStream.rangeClosed(1, 2000).map(i -> 2001 - i).forEach(i -> latencies.add(Duration.ofMillis(i)));

        assertEquals(1000, latencies.millis(0.5));
        assertEquals(1980, latencies.millis(0.99));
        assertEquals(2000, latencies.maxMillis());
        assertEquals(2000, latencies.count());
    }

    @Test
    void sortsAgainWhatCameAfterAQuestion() {
        latencies.add(Duration.ofMillis(5));
        assertEquals(5, latencies.maxMillis());

        latencies.add(Duration.ofMillis(2));

        assertEquals(2, latencies.millis(0.5));
        assertEquals(5, latencies.maxMillis());
    }

    @Test
    void knowsNothingOfNoRun() {
        assertTrue(Double.isNaN(latencies.millis(0.5)));
    }
}
