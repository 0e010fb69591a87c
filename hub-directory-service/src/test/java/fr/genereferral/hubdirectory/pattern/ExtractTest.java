package fr.genereferral.hubdirectory.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.AnsweredOffers;
import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.AnsweredOffers.FirstAnswer;
import fr.genereferral.hubdirectory.Completeness;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.DistanceBand;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.pattern.ExtractRepresentation.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractTest {
    private static final int SMALLEST = 5;
    private static final int HUBS = 4;
    private static final int YEARS = 60;

    @Test
    void leavesAHubOutOfWhichNothingMayBeTold() {
        var lines = Extracting.lines(
                List.of(
                        count("440000271", DistanceBand.NEAR, OfferState.ACCEPTED, 9),
                        count("690007539", DistanceBand.OVERSEAS, OfferState.DECLINED, 4)),
                SMALLEST);

        assertEquals(
                List.of("440000271"),
                lines.stream().map(line -> line.hub().id()).distinct().toList());
        assertEquals(
                List.of("ALL", "NEAR", "MIDDLE", "FAR", "OVERSEAS", "UNKNOWN"),
                lines.stream().map(Line::band).toList());
    }

    @Test
    void addsTherapiesAndCompletenessUp() {
        var lines = Extracting.lines(
                List.of(
                        count("440000271", DistanceBand.NEAR, OfferState.ACCEPTED, 4),
                        new Count(
                                new HubName("440000271", "Hub", "Ville"),
                                AnsweredOffers.EVERY_THERAPY,
                                DistanceBand.NEAR,
                                Completeness.INCOMPLETE,
                                new FirstAnswer(OfferState.ACCEPTED, null),
                                4)),
                SMALLEST);

        assertEquals(8, lines.get(0).asked());
        assertEquals(8, lines.get(1).accepted());
        assertEquals(0, lines.get(1).declined());
    }

    /**
     * Tables of many zeros and small numbers, read as somebody would who has nothing but what is published: no number of it, no
     * difference between a sum and any of its parts, and nothing that all sums together say is a number of 1 to 4 children.
     */
    @ParameterizedTest
    @ValueSource(longs = {20261127, 3, 15})
    void givesNoSmallNumberAway(long seed) {
        var random = new Random(seed);
        for (var year = 0; year < YEARS; year++) {
            var counts = drawn(random);

            var lines = Extracting.lines(counts, SMALLEST);

            for (var hub :
                    lines.stream().map(line -> line.hub().id()).distinct().toList()) {
                var of = "seed " + seed + ", year " + year + ", hub " + hub;
                var read = new Reader(
                        counts.stream().filter(c -> c.hub().id().equals(hub)).toList(),
                        lines.stream().filter(l -> l.hub().id().equals(hub)).toList());
                read.findsNoSmallNumber(of);
                read.findsNoSmallDifference(of);
                read.findsNoNumberThatIsNotTold(of);
            }
        }
    }

    /** One hub's lines and what they were made of. */
    private record Reader(Crossed truth, boolean[] hidden) {

        Reader(List<Count> counts, List<Line> lines) {
            this(crossed(counts), hidden(lines));
        }

        void findsNoSmallNumber(String of) {
            for (var cell = 0; cell < hidden.length; cell++) {
                assertTrue(hidden[cell] || isNoSmall(truth.values()[cell]), of + ", cell " + cell);
            }
        }

        /** Of each sum that is told, whatever parts of it are told are subtracted: in every combination. */
        void findsNoSmallDifference(String of) {
            for (var sum : truth.sums()) {
                if (hidden[sum.total()]) {
                    continue;
                }
                var rest = truth.values()[sum.total()]
                        - sum.parts().stream()
                                .filter(part -> !hidden[part])
                                .mapToInt(part -> truth.values()[part])
                                .sum();
                assertTrue(isNoSmall(rest), of + ": " + rest + " are left of " + sum);
            }
        }

        void findsNoNumberThatIsNotTold(String of) {
            for (var cell = 0; cell < hidden.length; cell++) {
                if (hidden[cell]) {
                    assertTrue(truth.mayBeAnother(cell, hidden), of + ", cell " + cell);
                    assertFalse(truth.values()[cell] == 0, of);
                }
            }
        }

        private static boolean isNoSmall(int number) {
            return number == 0 || number >= SMALLEST;
        }

        private static Crossed crossed(List<Count> counts) {
            var values = ExtractTable.ROWS.stream()
                    .flatMap(row -> ExtractTable.COLUMNS.stream().map(column -> sum(counts, row, column)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new Crossed(ExtractTable.ROWS.size(), ExtractTable.COLUMNS.size(), values);
        }

        private static int sum(List<Count> counts, Row row, Column column) {
            return counts.stream()
                    .filter(row::holds)
                    .filter(column::holds)
                    .mapToInt(Count::children)
                    .sum();
        }

        private static boolean[] hidden(List<Line> lines) {
            var told = lines.stream()
                    .flatMap(line -> Stream.of(line.asked(), line.accepted(), line.declined(), line.expired())
                            .map(number -> number == null ? -1 : number))
                    .toList();
            var hidden = new boolean[told.size()];
            IntStream.range(0, hidden.length).forEach(cell -> hidden[cell] = told.get(cell) < 0);
            return hidden;
        }
    }

    private static List<Count> drawn(Random random) {
        var counts = new ArrayList<Count>();
        for (var hub = 0; hub < HUBS; hub++) {
            var size = hub;
            ToIntFunction<Random> number = draw -> draw.nextInt(3) == 0 ? 0 : draw.nextInt(4 + size * size * 5);
            for (var band : DistanceBand.values()) {
                for (var answer : List.of(OfferState.ACCEPTED, OfferState.DECLINED, OfferState.EXPIRED)) {
                    var children = number.applyAsInt(random);
                    if (children > 0) {
                        counts.add(count("44000027" + hub, band, answer, children));
                    }
                }
            }
        }
        return counts;
    }

    private static Count count(String hub, DistanceBand band, OfferState state, int children) {
        return new Count(
                new HubName(hub, "Hub", "Ville"),
                AnsweredOffers.EVERY_THERAPY,
                band,
                Completeness.COMPLETE,
                new FirstAnswer(state, state == OfferState.DECLINED ? DeclineReason.OTHER : null),
                children);
    }
}
