package fr.genereferral.bench.rules.machine;

import java.util.Arrays;

/** Processor time until now: of the whole machine, what of it somebody used, and what of that were we and our forks. */
record Ticks(long total, long busy, long own) {
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    /** guest and guest_nice, which follow, are contained in user and nice. */
    private static final int FIELDS = 8;

    /** In a process's own line, after its name: utime, stime, and the same of its ended children. */
    private static final int OWN_FIRST = 11;

    private static final int OWN_FIELDS = 4;

    static Ticks now() {
        var machine = numbers(Procfs.read("stat").lines().findFirst().orElseThrow(), 1, FIELDS);
        var self = Procfs.read("self/stat");
        var own = numbers(self.substring(self.lastIndexOf(')') + 2), OWN_FIRST, OWN_FIELDS);
        var total = Arrays.stream(machine).sum();
        return new Ticks(
                total,
                total - machine[IDLE] - machine[IO_WAIT],
                Arrays.stream(own).sum());
    }

    private static long[] numbers(String line, int first, int count) {
        return Arrays.stream(line.trim().split("\\s+"))
                .skip(first)
                .limit(count)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Share of all processors that others have used since, 0 to 1. */
    double foreignSince(Ticks before) {
        var foreign = (busy - before.busy) - (own - before.own);
        return Math.max(0, foreign) / (double) Math.max(1, total - before.total);
    }
}
