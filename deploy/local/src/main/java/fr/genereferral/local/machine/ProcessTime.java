package fr.genereferral.local.machine;

/** Processor time of one process and of its ended children, in ticks of the kernel. */
public record ProcessTime(long ticks) {
    // After the name: state is the first field, utime the twelfth, then stime, cutime, cstime.
    private static final int FIRST = 11;
    private static final int LAST = 14;

    /** Of the process that asks. */
    public static ProcessTime here() {
        return of(Procfs.read("self/stat"));
    }

    /** From the text of {@code /proc/<pid>/stat}; the name in brackets may hold anything. */
    public static ProcessTime of(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var sum = 0L;
        for (var i = FIRST; i <= LAST; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return new ProcessTime(sum);
    }
}
