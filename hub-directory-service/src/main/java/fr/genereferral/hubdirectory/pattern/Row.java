package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.Completeness;
import fr.genereferral.hubdirectory.DistanceBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of the counts of a hub and a therapy: all children, those of one band, or those of one completeness.
 *
 * @param band null for a line of all bands
 * @param completeness null for a line of both
 */
record Row(DistanceBand band, Completeness completeness) {
    static final Row ALL = new Row(null, null);

    /** All first, then the bands, then the completeness. */
    static final List<Row> ROWS = rows();

    private static List<Row> rows() {
        var rows = new ArrayList<>(List.of(ALL));
        bands().forEach(rows::add);
        completenesses().forEach(rows::add);
        return List.copyOf(rows);
    }

    static Stream<Row> bands() {
        return Arrays.stream(DistanceBand.values()).map(Row::of);
    }

    static Stream<Row> completenesses() {
        return Arrays.stream(Completeness.values()).map(value -> new Row(null, value));
    }

    static Row of(DistanceBand band) {
        return new Row(band, null);
    }

    boolean holds(Count count) {
        return (band == null || band == count.band()) && (completeness == null || completeness == count.completeness());
    }

    /** The bands that are compared, and the whole, are lost last. */
    int loss() {
        if (completeness != null) {
            return 1;
        }
        if (band == null) {
            return 4;
        }
        return switch (band) {
            case MIDDLE, UNKNOWN -> 0;
            case OVERSEAS -> 2;
            case NEAR, FAR -> 3;
        };
    }
}
