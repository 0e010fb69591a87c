package fr.genereferral.local.machine;

import java.util.Arrays;

/** Processor time of the whole machine: in use by anybody, what a hypervisor took included, and in all. */
public record MachineTime(long busy, long total) {
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    // guest and guest_nice, which follow, are contained in user and nice.
    private static final int FIELDS = 8;

    public static MachineTime now() {
        return of(Procfs.read("stat"));
    }

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

    /**
     * Share of all processors that others have used since, 0 to 1.
     *
     * @param own ticks that whoever measures has used meanwhile
     */
    public double foreignSince(MachineTime before, double own) {
        return Math.max(0, busy - before.busy - own) / Math.max(1, total - before.total);
    }
}
