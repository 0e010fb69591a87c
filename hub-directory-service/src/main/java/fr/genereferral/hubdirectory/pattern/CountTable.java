package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.pattern.Suppression.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The counts of one hub and one therapy, and which of them are told. */
final class CountTable {
    private static final int WIDTH = Column.COLUMNS.size();
    private static final int SIZE = Row.ROWS.size() * WIDTH;
    private static final int DEAREST_COLUMN = 4;
    private static final List<Sum> SUMS = sums();

    private final int[] values = new int[SIZE];
    private final boolean[] hidden;

    CountTable(List<Count> counts, int smallest) {
        var losses = new int[SIZE];
        for (var row : Row.ROWS) {
            for (var column : Column.COLUMNS) {
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
        return tells(row, column) ? OptionalInt.of(values[cell(row, column)]) : OptionalInt.empty();
    }

    boolean tells(Row row, Column column) {
        return !hidden[cell(row, column)];
    }

    boolean tells(Row row) {
        return Column.COLUMNS.stream().allMatch(column -> tells(row, column));
    }

    private static int cell(Row row, Column column) {
        return Row.ROWS.indexOf(row) * WIDTH + Column.COLUMNS.indexOf(column);
    }

    private static List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        for (var row : Row.ROWS) {
            sums.add(across(row, Column.ASKED, Stream.of(Column.ACCEPTED, Column.EXPIRED, Column.DECLINED)));
            sums.add(across(row, Column.DECLINED, Column.reasons()));
        }
        for (var column : Column.COLUMNS) {
            sums.add(down(column, Row.bands()));
            sums.add(down(column, Row.completenesses()));
        }
        return List.copyOf(sums);
    }

    private static Sum across(Row row, Column total, Stream<Column> parts) {
        return new Sum(cell(row, total), parts.map(part -> cell(row, part)).toList());
    }

    private static Sum down(Column column, Stream<Row> parts) {
        return new Sum(
                cell(Row.ALL, column), parts.map(part -> cell(part, column)).toList());
    }
}
