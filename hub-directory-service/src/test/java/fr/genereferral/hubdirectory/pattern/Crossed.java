package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.pattern.Suppression.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A small table with the totals of its rows, its columns and the whole; the totals come first in each. */
record Crossed(int rows, int columns, int[] values) {

    static Crossed drawn(Random random) {
        return drawn(3 + random.nextInt(3), 3 + random.nextInt(2), random, Crossed::anyOf);
    }

    private static int anyOf(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(30);
    }

    /** Two or three rows and columns, and many cells that are 0, 1 or 2. */
    static Crossed smallDrawn(Random random) {
        return drawn(3 + random.nextInt(2), 3 + random.nextInt(2), random, Crossed::fewOf);
    }

    private static int fewOf(Random random) {
        return random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(3);
    }

    private static Crossed drawn(int rows, int columns, Random random, ToIntFunction<Random> of) {
        var values = new int[rows * columns];
        for (var row = 1; row < rows; row++) {
            for (var column = 1; column < columns; column++) {
                add(values, columns, row, column, of.applyAsInt(random));
            }
        }
        return new Crossed(rows, columns, values);
    }

    private static void add(int[] values, int columns, int row, int column, int value) {
        for (var cell : new int[] {row * columns + column, row * columns, column, 0}) {
            values[cell] += value;
        }
    }

    /**
     * Which cells are another number in some table that fits all that is told, has no cell below 1 that is not told, and lies
     * within 1 of this one in each cell that is no total. That is enough to look for: where rows and columns are crossed, a cell
     * that may change at all may change by cycles that change what is within by 1.
     */
    boolean[] movedByOneAtMost(boolean[] hidden) {
        var inner = IntStream.range(0, values.length)
                .filter(cell -> hidden[cell] && cell >= columns && cell % columns > 0)
                .toArray();
        var moved = new boolean[values.length];
        for (var way = 0; way < Math.pow(3, inner.length); way++) {
            var other = values.clone();
            for (int i = 0, left = way; i < inner.length; i++, left /= 3) {
                add(other, columns, inner[i] / columns, inner[i] % columns, left % 3 - 1);
            }
            if (fits(other, hidden)) {
                IntStream.range(0, values.length)
                        .filter(cell -> other[cell] != values[cell])
                        .forEach(cell -> moved[cell] = true);
            }
        }
        return moved;
    }

    private boolean fits(int[] other, boolean[] hidden) {
        return IntStream.range(0, values.length)
                .allMatch(cell -> hidden[cell] ? other[cell] > 0 : other[cell] == values[cell]);
    }

    @Override
    public String toString() {
        return rows + " × " + columns + ": " + Arrays.toString(values);
    }

    List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        for (var row = 0; row < rows; row++) {
            var first = row * columns;
            sums.add(
                    new Sum(first, parts(1, columns).map(c -> first + c).boxed().toList()));
        }
        for (var column = 0; column < columns; column++) {
            var first = column;
            sums.add(new Sum(
                    first, parts(1, rows).map(r -> r * columns + first).boxed().toList()));
        }
        return sums;
    }

    private static IntStream parts(int from, int to) {
        return IntStream.range(from, to);
    }

    /**
     * Whether another value of this cell fits all that is told: there is a change of the hidden cells alone that moves it and keeps
     * every sum. Such a change exists when adding "this cell stays" to the equations makes them say more than before.
     */
    boolean mayBeAnother(int cell, boolean[] hidden) {
        var unknown = IntStream.range(0, hidden.length).filter(i -> hidden[i]).toArray();
        var equations = new ArrayList<double[]>();
        for (var sum : sums()) {
            var row = new double[unknown.length];
            for (var i = 0; i < unknown.length; i++) {
                row[i] = sum.total() == unknown[i] ? -1 : sum.parts().contains(unknown[i]) ? 1 : 0;
            }
            equations.add(row);
        }
        var before = rank(equations);
        var stays = new double[unknown.length];
        for (var i = 0; i < unknown.length; i++) {
            stays[i] = unknown[i] == cell ? 1 : 0;
        }
        equations.add(stays);
        return rank(equations) > before;
    }

    /** By Gram and Schmidt. */
    private static int rank(List<double[]> vectors) {
        var basis = new ArrayList<double[]>();
        for (var vector : vectors) {
            var left = vector.clone();
            // Twice, for what rounding leaves.
            for (var again = 0; again < 2; again++) {
                for (var base : basis) {
                    var along = dot(left, base);
                    for (var i = 0; i < left.length; i++) {
                        left[i] -= along * base[i];
                    }
                }
            }
            var length = Math.sqrt(dot(left, left));
            if (length > 1e-6) {
                for (var i = 0; i < left.length; i++) {
                    left[i] /= length;
                }
                basis.add(left);
            }
        }
        return basis.size();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
