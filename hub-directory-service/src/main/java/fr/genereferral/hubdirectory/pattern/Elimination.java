package fr.genereferral.hubdirectory.pattern;

/** Gauss and Jordan: what a set of equations says of each unknown alone. */
final class Elimination {
    /** The coefficients are −1, 0 and 1, and there are few. */
    private static final double NOTHING = 1e-9;

    private Elimination() {}

    /** @return the equations in reduced row echelon form; the coefficients that are nothing are exactly 0 */
    static double[][] of(double[][] rows) {
        var pivot = 0;
        var columns = rows.length == 0 ? 0 : rows[0].length;
        for (var column = 0; column < columns && pivot < rows.length; column++) {
            var best = largest(rows, pivot, column);
            if (rows[best][column] == 0) {
                continue;
            }
            var swapped = rows[best];
            rows[best] = rows[pivot];
            rows[pivot] = swapped;
            clear(rows, pivot, column);
            pivot++;
        }
        return rows;
    }

    private static int largest(double[][] rows, int from, int column) {
        var best = from;
        for (var row = from; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
                best = row;
            }
        }
        return best;
    }

    /** Leaves the column 1 in the row of the pivot and 0 in all others. */
    static void clear(double[][] rows, int pivot, int column) {
        var leading = rows[pivot][column];
        for (var i = 0; i < rows[pivot].length; i++) {
            rows[pivot][i] /= leading;
        }
        for (var row = 0; row < rows.length; row++) {
            var factor = rows[row][column];
            if (row == pivot || factor == 0) {
                continue;
            }
            for (var i = 0; i < rows[row].length; i++) {
                var left = rows[row][i] - factor * rows[pivot][i];
                rows[row][i] = Math.abs(left) < NOTHING ? 0 : left;
            }
        }
    }
}
