package fr.genereferral.bench.report;

import fr.genereferral.bench.machine.Machine;
import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code results/<date>-<commit>[-<scenario>].md}; a run on changed files says so in its name. */
public record ResultFile(String scenario, String command, String loadAtStart, Map<String, String> settings) {
    public Path write(List<Findings> findings) {
        var commit = commit();
        var suffix = scenario.equals("all") ? "" : "-" + scenario;
        var file = Checkout.here().deploy("bench/results/%s-%s%s.md".formatted(LocalDate.now(), commit, suffix));
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, page(commit, findings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static String commit() {
        return git("rev-parse", "--short=7", "HEAD")
                + (git("status", "--porcelain", "-uno").isEmpty() ? "" : "-changed");
    }

    private static String git(String... arguments) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            var git = new ProcessBuilder(command)
                    .directory(Checkout.here().root().toFile())
                    .start();
            return new String(git.getInputStream().readAllBytes()).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
