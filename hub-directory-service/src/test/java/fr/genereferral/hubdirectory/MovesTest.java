package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MovesTest {

    @Test
    void areThoseOfTheTableAndNoOther() {
        var offers = Stream.of(OfferState.values())
                .flatMap(from -> from.next().stream().map(to -> "offer," + from + "," + to));
        var placements = Stream.of(PlacementState.values())
                .flatMap(from -> from.next().stream().map(to -> "placement," + from + "," + to));

        assertEquals(Moves.all(), Stream.concat(offers, placements).collect(Collectors.toCollection(TreeSet::new)));
    }
}
