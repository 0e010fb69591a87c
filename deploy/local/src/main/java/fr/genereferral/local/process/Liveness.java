package fr.genereferral.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process still runs. A zombie does not: it holds its pid until somebody collects it, and nothing else. */
public final class Liveness {
    private static final Duration TO_DIE = Duration.ofSeconds(20);

    private Liveness() {}

    public static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Kills the process and all its children, and returns when none of them runs. */
    public static void killTree(ProcessHandle process) {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        new Patience("end of process " + process.pid(), TO_DIE)
                .until(() -> !runs(process) && children.stream().noneMatch(Liveness::runs));
    }

    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name stands in brackets and may hold anything; the state is the first word after it.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
