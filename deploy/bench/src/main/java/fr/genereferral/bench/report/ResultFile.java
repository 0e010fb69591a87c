package fr.genereferral.bench.report;

import fr.genereferral.local.machine.Machine;
import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code results/<date>-<commit>[-<scenario>].md}; a run on changed files says so in its name. */
public record ResultFile(String scenario, String command, String loadAtStart, Map<String, String> settings) {
    public Path write(List<Findings> findings) {
        var checkout = Checkout.here();
        var commit = checkout.commit();
        var suffix = scenario.equals("all") ? "" : "-" + scenario;
        var name = "%s-%s%s".formatted(LocalDate.now(), commit, suffix);
        var folder = checkout.deploy("bench/results");
        try {
            Files.createDirectories(folder);
            var pictures = pictures(folder, name, findings);
            return Files.writeString(folder.resolve(name + ".md"), page(commit, findings) + pictures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside the page; returned as they are shown in it. */
    private static String pictures(Path folder, String name, List<Findings> findings) throws IOException {
        var shown = new StringBuilder();
        for (var finding : findings) {
            for (var picture : finding.pictures().entrySet()) {
                Files.writeString(folder.resolve(name + ".svg"), picture.getValue());
                shown.append("\n![%s](%s.svg)\n".formatted(picture.getKey(), name));
            }
        }
        return shown.toString();
    }

    private String page(String commit, List<Findings> findings) {
        var machine = Machine.here();
        var verdicts = findings.stream()
                .flatMap(finding -> finding.verdicts().stream())
                .map(Verdict::row)
                .collect(Collectors.joining("\n"));
        var sections = findings.stream().map(Findings::section).collect(Collectors.joining());
        return """
                # %s · %s · commit %s

                | target | measured | |
                |---|---|---|
                %s

                | | |
                |---|---|
                | command | `%s` |
                | machine | %s, %d cores, %d GB, %s |
                | Java | %s |
                | load before, after | %s, %s |
                %s

                %s""".formatted(
                        LocalDate.now(),
                        scenario.equals("all") ? "the whole bench" : scenario,
                        commit,
                        verdicts,
                        command,
                        machine.processor(),
                        machine.cores(),
                        machine.gigabytes(),
                        machine.kernel(),
                        machine.java(),
                        loadAtStart,
                        Machine.load(),
                        settings.entrySet().stream()
                                .map(s -> "| %s | %s |".formatted(s.getKey(), s.getValue()))
                                .collect(Collectors.joining("\n")),
                        sections).stripTrailing()
                + "\n";
    }
}
