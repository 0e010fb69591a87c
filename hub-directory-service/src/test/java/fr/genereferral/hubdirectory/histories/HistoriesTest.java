package fr.genereferral.hubdirectory.histories;

import fr.genereferral.hubdirectory.Moves;
import fr.genereferral.hubdirectory.Placement;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to children who compete for the same places, in whatever order: the laws hold. The parameter is the seed: always
 * the same thousand, a hundred thousand with {@code -De2e.long=true}, one alone with {@code -Dhistories.seed=…}.
 */
class HistoriesTest {
    private static final Set<String> MOVES = Moves.all();

    static LongStream seeds() {
        var seed = Long.getLong("histories.seed");
        return seed == null
                ? LongStream.range(0, Boolean.getBoolean("e2e.long") ? 100_000 : 1_000)
                : LongStream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lawsHoldAfterEveryStep(long seed) {
        new World(MOVES, Placement::of, Places::new).live(History.of(seed));
    }
}
