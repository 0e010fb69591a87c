package fr.genereferral.bench.machine;

import fr.genereferral.local.machine.MachineTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who used the processors since it was started: this run's processes, by kind, and everybody else. */
public final class Stopwatch {
    private static final double TICKS_A_SECOND = 100;

    private final OwnProcesses processes;
    private final Map<String, Long> ownBefore;
    private final MachineTime before;

    private Stopwatch(OwnProcesses processes) {
        this.processes = processes;
        ownBefore = processes.ticks();
        before = MachineTime.now();
    }

    public static Stopwatch start(OwnProcesses processes) {
        return new Stopwatch(processes);
    }

    /** Share of all processors that was used by others, 0 to 1. */
    public double foreign() {
        var now = MachineTime.now();
        var own = seconds().values().stream().mapToDouble(Double::doubleValue).sum() * TICKS_A_SECOND;
        return now.foreignSince(before, own);
    }

    /** Seconds of processor time by kind of process. */
    public Map<String, Double> seconds() {
        var seconds = new LinkedHashMap<String, Double>();
        processes
                .ticks()
                .forEach((kind, ticks) ->
                        seconds.put(kind, Math.max(0, ticks - ownBefore.getOrDefault(kind, 0L)) / TICKS_A_SECOND));
        return seconds;
    }
}
