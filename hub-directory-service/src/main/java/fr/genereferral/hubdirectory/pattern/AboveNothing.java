package fr.genereferral.hubdirectory.pattern;

/**
 * Which unknowns of homogeneous equations may be more than 0 where none may be less: the first phase of the simplex method,
 * with Bland's rule, by which it ends.
 */
final class AboveNothing {
    private static final double NOTHING = 1e-9;

    /** A column for each unknown, and what is on the other side. */
    private final double[][] rows;

    private final int unknowns;

    /** Which unknown each row tells; one that does not exist until one is found. */
    private final int[] basis;

    private AboveNothing(double[][] equations, int unknowns, int raised) {
        this.unknowns = unknowns;
        rows = new double[equations.length][unknowns + 1];
        basis = new int[equations.length];
        for (var row = 0; row < rows.length; row++) {
            var sign = equations[row][raised] > 0 ? -1 : 1;
            for (var i = 0; i < unknowns; i++) {
                rows[row][i] = sign * equations[row][i];
            }
            rows[row][unknowns] = -sign * equations[row][raised];
            basis[row] = unknowns + row;
        }
    }

    /** @return for each unknown whether there is an answer in which it is more than 0 */
    static boolean[] of(double[][] equations, int unknowns) {
        var above = new boolean[unknowns];
        for (var i = 0; i < unknowns; i++) {
            if (!above[i]) {
                new AboveNothing(equations, unknowns, i).mark(above, i);
            }
        }
        return above;
    }

    private void mark(boolean[] above, int raised) {
        for (var column = entering(); column >= 0; column = entering()) {
            enter(column, leaving(column));
        }
        if (missing(unknowns) > NOTHING) {
            return;
        }
        above[raised] = true;
        for (var row = 0; row < rows.length; row++) {
            if (basis[row] < unknowns && rows[row][unknowns] > NOTHING) {
                above[basis[row]] = true;
            }
        }
    }

    private int entering() {
        for (var column = 0; column < unknowns; column++) {
            if (missing(column) > NOTHING) {
                return column;
            }
        }
        return -1;
    }

    /** What the rows that tell no unknown yet have in a column. */
    private double missing(int column) {
        var sum = 0.0;
        for (var row = 0; row < rows.length; row++) {
            sum += basis[row] >= unknowns ? rows[row][column] : 0;
        }
        return sum;
    }

    /** One exists: what is missing in the column is above nothing. */
    private int leaving(int column) {
        var best = -1;
        for (var row = 0; row < rows.length; row++) {
            if (rows[row][column] > NOTHING && (best < 0 || leavesBefore(row, best, column))) {
                best = row;
            }
        }
        return best;
    }

    private boolean leavesBefore(int row, int best, int column) {
        var less = rows[row][unknowns] / rows[row][column] - rows[best][unknowns] / rows[best][column];
        return less < -NOTHING || less < NOTHING && basis[row] < basis[best];
    }

    private void enter(int column, int leaving) {
        Elimination.clear(rows, leaving, column);
        basis[leaving] = column;
    }
}
