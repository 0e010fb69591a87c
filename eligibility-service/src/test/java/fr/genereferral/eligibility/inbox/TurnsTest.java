package fr.genereferral.eligibility.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void dropsWhatWasSeen() {
        var turns = new Turns(Map.of("a", 3L), List.of());

        turns.arrived(event("a", 2));
        turns.arrived(event("a", 3));

        assertEquals(List.of(), turns.next());
        assertEquals(List.of(), turns.tooEarly());
    }

    @Test
    void parksWhatCameTooEarlyAndAppliesItWhenTheHoleIsFilled() {
        var early = new Turns(Map.of(), List.of());
        early.arrived(event("a", 2));
        assertEquals(List.of(event("a", 2)), early.tooEarly());

        var filled = new Turns(Map.of(), List.of(event("a", 2)));
        filled.arrived(event("a", 1));
        assertEquals(List.of(event("a", 1), event("a", 2)), filled.next());
    }

    @Test
    void appliesEachOnceAndInOrderWhateverTheOrderOfArrival() {
        var random = new Random(42);
        for (var round = 0; round < 500; round++) {
            var arrivals = new ArrayList<Received>();
            LongStream.rangeClosed(1, 6).forEach(n -> arrivals.addAll(List.of(event("a", n), event("b", n))));
            arrivals.addAll(arrivals.subList(0, 5));
            Collections.shuffle(arrivals, random);

            var turns = new Turns(Map.of(), List.of());
            arrivals.forEach(turns::arrived);

            for (var key : List.of("a", "b")) {
                assertEquals(
                        LongStream.rangeClosed(1, 6).boxed().toList(),
                        turns.next().stream()
                                .filter(e -> e.key().equals(key))
                                .map(Received::sequence)
                                .toList());
            }
            assertEquals(List.of(), turns.tooEarly());
        }
    }

    private static Received event(String key, long sequence) {
        return new Received(key + sequence, "T.v1", key, sequence, Instant.EPOCH, "{}");
    }
}
