package fr.genereferral.bench.machine;

import java.util.Arrays;

/** Processor time of the whole machine: in use by anybody, what a hypervisor took included, and in all. */
record MachineTime(long busy, long total) {
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    // guest and guest_nice, which follow, are contained in user and nice.
    private static final int FIELDS = 8;

    /** From the first line of {@code /proc/stat}. */
    static MachineTime of(String stat) {
        var line = stat.lines().findFirst().orElseThrow();
        var fields = Arrays.stream(line.trim().split("\\s+"))
                .skip(1)
                .limit(FIELDS)
                .mapToLong(Long::parseLong)
                .toArray();
        var total = Arrays.stream(fields).sum();
        return new MachineTime(total - fields[IDLE] - fields[IO_WAIT], total);
    }
}
