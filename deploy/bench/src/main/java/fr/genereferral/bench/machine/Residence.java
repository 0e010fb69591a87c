package fr.genereferral.bench.machine;

import fr.genereferral.local.machine.Procfs;

/** Memory of a process in megabytes: resident now, and at most. */
public record Residence(long now, long peak) {
    private static final long KILO = 1024;

    public static Residence of(long pid) {
        return parse(Procfs.read(pid + "/status"));
    }

    static Residence parse(String status) {
        return new Residence(megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    private static long megabytes(String status, String name) {
        var line = status.lines().filter(l -> l.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / KILO;
    }
}
