package fr.genereferral.referral.likeness;

/**
 * How many slips of a hand lie between two names: a letter too many, too few, another, or two that have changed places
 * (Damerau, Communications of the ACM 7, 1964; no letter is changed twice). The usual libraries do not count the last as one.
 */
final class Slips {
    /** More is another name: it is not counted. */
    static final int MANY = 3;

    private Slips() {}

    static int between(String one, String other) {
        if (Math.abs(one.length() - other.length()) >= MANY) {
            return MANY;
        }
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            var now = row(one, other, row, last, before);
            before = last;
            last = now;
        }
        return Math.min(last[other.length()], MANY);
    }

    private static int[] row(String one, String other, int row, int[] last, int[] before) {
        var now = new int[last.length];
        now[0] = row;
        for (var column = 1; column < now.length; column++) {
            var same = one.charAt(row - 1) == other.charAt(column - 1);
            now[column] = Math.min(Math.min(now[column - 1], last[column]) + 1, last[column - 1] + (same ? 0 : 1));
            if (isTurned(one, other, row, column)) {
                now[column] = Math.min(now[column], before[column - 2] + 1);
            }
        }
        return now;
    }

    private static boolean isTurned(String one, String other, int row, int column) {
        return row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
    }
}
