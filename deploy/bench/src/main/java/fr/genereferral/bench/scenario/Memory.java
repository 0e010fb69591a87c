package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.local.service.ServiceSettings;
import java.util.Arrays;

/** What each service holds after the run, with the heap limit it ships. */
final class Memory {
    private static final int TARGET_MEGABYTES = 450;

    private Memory() {}

    static void tell(Bed bed, Findings findings) {
        findings.table(
                "service | resident after the run | at most",
                Arrays.stream(ServiceSettings.values())
                        .map(service -> row(bed, service))
                        .toList());
        var most = Arrays.stream(ServiceSettings.values())
                .mapToLong(service -> bed.residence(service).now())
                .max()
                .orElseThrow();
        findings.verdict("each service < 450 MB resident", most + " MB", most < TARGET_MEGABYTES);
    }

    private static String row(Bed bed, ServiceSettings service) {
        var residence = bed.residence(service);
        return "%s | %d MB | %d MB".formatted(service.module(), residence.now(), residence.peak());
    }
}
