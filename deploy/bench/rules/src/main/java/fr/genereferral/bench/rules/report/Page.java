package fr.genereferral.bench.rules.report;

import fr.genereferral.local.machine.Machine;
import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code results/<date>-<commit>-rules.md}; a run on changed files says so in its name. */
public final class Page {
    private static final String NOTE = """
            Microseconds a dossier; a round is one fork, its mean first, then every iteration that counts. The median of the
            quiet rounds is what the head of the page shows, the error is that of the mean at 99.9 %.

            """;

    private final Checkout checkout = Checkout.here();
    private final String command;
    private final String loadBefore;
    private final List<String> verdicts = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    public Page(String command, String loadBefore) {
        this.command = command.strip();
        this.loadBefore = loadBefore;
    }

    /** A missed target is said and fails nothing: machines differ. */
    public void verdict(String target, String measured, boolean met) {
        verdicts.add("| %s | %s | %s |".formatted(target, measured, met ? "met" : "**not met**"));
    }

    public void setting(String name, String value) {
        settings.add("| %s | %s |".formatted(name, value));
    }

    public void series(Map<String, Series> series) {
        sections.append("## Rounds\n\n").append(NOTE);
        series.forEach((name, measured) -> {
            sections.append(
                    "| %s | %.2f ± %.2f µs |%n|---|---|%n".formatted(name, measured.median(), measured.error()));
            for (var round = 0; round < measured.size(); round++) {
                sections.append("| %d | %s |%n".formatted(round + 1, measured.row(round)));
            }
            sections.append('\n');
        });
    }

    public Path write() {
        var name = "%s-%s-rules.md".formatted(LocalDate.now(), checkout.commit());
        var file = checkout.deploy("bench/results").resolve(name);
        try {
            return Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        var machine = Machine.here();
        var head = List.of(
                "| command | `%s` |".formatted(command),
                "| machine | %s, %d cores, %d GB, %s |"
                        .formatted(machine.processor(), machine.cores(), machine.gigabytes(), machine.kernel()),
                "| Java | %s |".formatted(machine.java()),
                "| load before, after | %s, %s |".formatted(loadBefore, Machine.load()));
        return String.join(
                "\n",
                "# %s · rules · commit %s\n".formatted(LocalDate.now(), checkout.commit()),
                table("target | measured | ", verdicts),
                table(" | ", Stream.concat(head.stream(), settings.stream()).toList()),
                sections.toString().strip() + "\n");
    }

    private static String table(String heading, List<String> rows) {
        var columns = heading.split("\\|", -1).length;
        return "| %s |%n%s|%n%s%n".formatted(heading, "|---".repeat(columns), String.join("\n", rows));
    }
}
