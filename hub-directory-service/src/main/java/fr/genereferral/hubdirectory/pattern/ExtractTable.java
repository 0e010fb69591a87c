package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.DistanceBand;
import fr.genereferral.hubdirectory.pattern.Suppression.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What one hub has answered, by distance alone, and which numbers of it may be published. Each hub stands for itself: no sum over
 * hubs is published, by which what is left out of one could be worked out from the others.
 */
final class ExtractTable {
    static final List<Column> COLUMNS = List.of(Column.ASKED, Column.ACCEPTED, Column.DECLINED, Column.EXPIRED);

    /** All of them first. */
    static final List<Row> ROWS = rows();

    private static final int WIDTH = COLUMNS.size();
    private static final int DEAREST_COLUMN = 4;
    private static final List<Sum> SUMS = sums();

    private final int[] values = new int[ROWS.size() * WIDTH];
    private final boolean[] hidden;

    ExtractTable(List<Count> counts, int smallest) {
        var losses = new int[values.length];
        for (var row : ROWS) {
            for (var column : COLUMNS) {
                values[cell(row, column)] = counts.stream()
                        .filter(row::holds)
                        .filter(column::holds)
                        .mapToInt(Count::children)
                        .sum();
                losses[cell(row, column)] = row.loss() * DEAREST_COLUMN + column.loss();
            }
        }
        hidden = Suppression.of(values, losses, SUMS, smallest);
    }

    /** Empty where it is not told. */
    OptionalInt told(Row row, Column column) {
        var cell = cell(row, column);
        return hidden[cell] ? OptionalInt.empty() : OptionalInt.of(values[cell]);
    }

    /** Where how many there were is not told, that there were any is not told either. */
    boolean isTold() {
        return told(Row.ALL, Column.ASKED).isPresent();
    }

    private static List<Row> rows() {
        var rows = new ArrayList<>(List.of(Row.ALL));
        Arrays.stream(DistanceBand.values()).map(Row::of).forEach(rows::add);
        return List.copyOf(rows);
    }

    private static int cell(Row row, Column column) {
        return ROWS.indexOf(row) * WIDTH + COLUMNS.indexOf(column);
    }

    /** The first of each row and of each column is the sum of the others. */
    private static List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        for (var row = 0; row < ROWS.size(); row++) {
            sums.add(sum(row * WIDTH, 1, WIDTH));
        }
        for (var column = 0; column < WIDTH; column++) {
            sums.add(sum(column, WIDTH, ROWS.size()));
        }
        return List.copyOf(sums);
    }

    private static Sum sum(int total, int step, int length) {
        return new Sum(
                total,
                IntStream.range(1, length).map(i -> total + i * step).boxed().toList());
    }
}
