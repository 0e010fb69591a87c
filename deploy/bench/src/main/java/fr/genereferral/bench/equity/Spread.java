package fr.genereferral.bench.equity;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToIntFunction;

/** Numbers in ascending order, and what is said of how they are spread. */
record Spread(int[] sorted) {

    static <T> Spread of(Collection<T> items, ToIntFunction<T> number) {
        return new Spread(items.stream().mapToInt(number).sorted().toArray());
    }

    static Spread of(int... numbers) {
        return new Spread(Arrays.stream(numbers).sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    int median() {
        return share(0.5);
    }

    int p90() {
        return share(0.9);
    }

    /** The smallest number that so large a share of all does not exceed. */
    private int share(double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** 0 when all are equal, towards 1 when one has everything. */
    double gini() {
        var sum = 0.0;
        var weighed = 0.0;
        for (var i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            weighed += (i + 1.0) * sorted[i];
        }
        return sum == 0 ? 0 : 2 * weighed / (sorted.length * sum) - (sorted.length + 1.0) / sorted.length;
    }
}
