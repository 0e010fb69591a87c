package fr.genereferral.hubdirectory.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which cells of tables that share totals are not told: those that are too small, and as many more as it takes that no cell
 * that is not told can be worked out from those that are, by whatever sums and differences, nor a too small sum of them. What is
 * 0 is told, so that whoever reads knows of each cell that is not told that it is {@value #LEAST} at least.
 */
final class Suppression {
    private static final int LEAST = 1;

    private final int[] values;
    private final int[] losses;
    private final List<Sum> sums;
    private final int smallest;
    private final boolean[] hidden;

    /** A total, and the cells that it is the sum of. */
    record Sum(int total, List<Integer> parts) {
        Sum {
            parts = List.copyOf(parts);
        }

        Stream<Integer> cells() {
            return Stream.concat(Stream.of(total), parts.stream());
        }
    }

    private Suppression(int[] values, int[] losses, List<Sum> sums, int smallest) {
        this.values = values;
        this.losses = losses;
        this.sums = sums;
        this.smallest = smallest;
        hidden = new boolean[values.length];
    }

    /**
     * @param losses how unwelcome it is to lose a cell; of two the one with the smaller loss goes, then the smaller number
     * @param smallest the smallest number that is told
     * @return for each cell whether it is not told
     */
    static boolean[] of(int[] values, int[] losses, List<Sum> sums, int smallest) {
        var suppression = new Suppression(values, losses, sums, smallest);
        suppression.hideSmall();
        suppression.hideWhatWouldTell();
        return suppression.hidden;
    }

    private void hideSmall() {
        for (var i = 0; i < values.length; i++) {
            hidden[i] = values[i] > 0 && values[i] < smallest;
        }
    }

    private void hideWhatWouldTell() {
        while (true) {
            var next = sums.stream()
                    .filter(this::tellsTooMuch)
                    .filter(sum -> leastLoss(sum).isPresent())
                    .findFirst()
                    .or(this::sumOfOneFound)
                    .flatMap(this::leastLoss);
            if (next.isEmpty()) {
                return;
            }
            hidden[next.get()] = true;
        }
    }

    /** One cell alone that is not told, or several that are hardly more together than they are at least. */
    private boolean tellsTooMuch(Sum sum) {
        var untold = sum.cells().filter(cell -> hidden[cell]).toList();
        if (untold.isEmpty()) {
            return false;
        }
        var aboveLeast = sum.parts().stream()
                .filter(part -> hidden[part])
                .mapToInt(part -> values[part] - LEAST)
                .sum();
        return untold.size() == 1 || !hidden[sum.total()] && aboveLeast < smallest;
    }

    /**
     * A sum of a cell that all of them together give away, where no single one does; any other one where that has nothing left
     * to lose. It ends: where nothing is told but what is 0, twice the numbers would fit as well.
     */
    private Optional<Sum> sumOfOneFound() {
        var found = found();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(sums.stream().filter(sum -> sum.cells().anyMatch(found::contains)), sums.stream())
                .filter(sum -> leastLoss(sum).isPresent())
                .findFirst();
    }

    private Optional<Integer> leastLoss(Sum sum) {
        return sum.cells()
                .filter(cell -> !hidden[cell] && values[cell] > 0)
                .min(Comparator.comparingInt((Integer cell) -> losses[cell])
                        .thenComparing(cell -> values[cell])
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Cells that are not told and have one value only that fits all sums, where none is below the least. Those that are the
     * least may only rise; where some of them cannot, whatever the others do, they are as good as told.
     */
    private List<Integer> found() {
        var found = new ArrayList<>(heldDown());
        var unknown = untold(cell -> !found.contains(cell));
        for (var row : Elimination.of(equations(unknown))) {
            var terms =
                    IntStream.range(0, unknown.length).filter(i -> row[i] != 0).toArray();
            if (terms.length == 1) {
                found.add(unknown[terms[0]]);
            }
        }
        return found;
    }

    /** Cells that are the least and cannot be more. */
    private List<Integer> heldDown() {
        var others = untold(cell -> values[cell] > LEAST);
        var least = untold(cell -> values[cell] == LEAST);
        var unknown =
                IntStream.concat(IntStream.of(others), IntStream.of(least)).toArray();
        // What is said of the least alone: the others are eliminated first.
        var equations = Stream.of(Elimination.of(equations(unknown)))
                .filter(row -> IntStream.range(0, others.length).allMatch(i -> row[i] == 0))
                .map(row -> Arrays.copyOfRange(row, others.length, row.length))
                .toArray(double[][]::new);
        var above = AboveNothing.of(equations, least.length);
        return IntStream.range(0, least.length)
                .filter(i -> !above[i])
                .mapToObj(i -> least[i])
                .toList();
    }

    private int[] untold(IntPredicate kind) {
        return IntStream.range(0, hidden.length)
                .filter(cell -> hidden[cell])
                .filter(kind)
                .toArray();
    }

    private double[][] equations(int[] unknown) {
        var rows = new double[sums.size()][unknown.length];
        for (var i = 0; i < unknown.length; i++) {
            for (var s = 0; s < rows.length; s++) {
                var sum = sums.get(s);
                rows[s][i] = sum.total() == unknown[i] ? -1 : sum.parts().contains(unknown[i]) ? 1 : 0;
            }
        }
        return rows;
    }
}
