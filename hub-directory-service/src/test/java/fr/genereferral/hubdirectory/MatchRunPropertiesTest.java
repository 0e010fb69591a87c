package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every country, request and directory; the parameter is the seed to repeat a failure with. */
class MatchRunPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHubThatIsBetterInEveryTermIsNeverRankedLower(long seed) {
        var ranked = run(seed).ranked();

        for (var better : ranked) {
            for (var worse : ranked) {
                if (isBetterInEveryTerm(better.terms(), worse.terms())) {
                    assertTrue(better.rank() < worse.rank(), () -> better + " against " + worse);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCostIsTheSumOfItsTermsAndOrdersTheRanking(long seed) {
        MatchRun.Candidate before = null;
        for (var candidate : run(seed).ranked()) {
            var terms = candidate.terms();
            assertEquals(
                    terms.travelMinutes() + terms.waitingMinutes() + terms.followedMinutes() + terms.preferredMinutes(),
                    terms.cost());
            if (before != null) {
                var tie = before.terms().cost() == terms.cost();
                assertTrue(before.terms().cost() < terms.cost()
                        || (tie && before.hub().id().compareTo(candidate.hub().id()) < 0));
            }
            before = candidate;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHubIsRankedOrExcludedOnce(long seed) {
        var directory = new RandomWorld(seed).directory(12);
        var run = run(directory, null, null);

        var named = Stream.concat(
                        run.ranked().stream().map(c -> c.hub().id()),
                        run.excluded().stream().map(e -> e.hub().id()))
                .sorted()
                .toList();
        assertEquals(directory.hubs().stream().map(Hub::id).sorted().toList(), named);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameInputsGiveTheSameRun(long seed) {
        assertEquals(run(seed), run(seed));
    }

    private static MatchRun run(long seed) {
        var world = new RandomWorld(seed);
        var directory = world.directory(12);
        return run(directory, world.anyHub(), world.anyHub());
    }

    private static MatchRun run(Directory directory, String followedBy, String preferred) {
        var request = aRequest()
                .referredBy(RandomWorld.ORIGIN)
                .followedBy(followedBy)
                .preferring(preferred)
                .build();
        return MatchRun.of(request, directory, Map.of(), new MatchRun.Occasion(new UUID(0, 1), TODAY, NOW));
    }

    private static boolean isBetterInEveryTerm(MatchRun.Terms one, MatchRun.Terms other) {
        return one.travelMinutes() < other.travelMinutes()
                && one.waitingMinutes() < other.waitingMinutes()
                && one.followedMinutes() <= other.followedMinutes()
                && one.preferredMinutes() <= other.preferredMinutes();
    }
}
