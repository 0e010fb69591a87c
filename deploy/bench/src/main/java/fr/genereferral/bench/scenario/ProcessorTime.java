package fr.genereferral.bench.scenario;

import fr.genereferral.bench.report.Findings;
import fr.genereferral.bench.report.Ratios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a referral costs each process, round by round. */
final class ProcessorTime {
    private static final double MICROS_A_SECOND = 1e6;
    private static final double WORTH_A_LINE = 1;

    private final Map<String, List<Double>> micros = new TreeMap<>();

    void add(Map<String, Double> seconds, long referrals) {
        seconds.forEach((process, used) -> micros.computeIfAbsent(process, p -> new ArrayList<>())
                .add(used * MICROS_A_SECOND / Math.max(1, referrals)));
    }

    void tell(Findings findings) {
        var rows = micros.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), Ratios.median(e.getValue())))
                .filter(e -> e.getValue() >= WORTH_A_LINE)
                .map(e -> "%s | %.0f µs".formatted(e.getKey(), e.getValue()))
                .toList();
        findings.table("process | processor time a referral (median of the rounds)", rows);
    }
}
