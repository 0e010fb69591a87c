package fr.genereferral.e2e.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a bug changes in one source file: lines that start with {@code -} are replaced by those with {@code +} that follow
 * them. Each place must be found once; a difference that no longer fits fails its test.
 */
record Difference(Path file, List<Change> changes) {
    private static final String FILE = "--- ";

    record Change(String before, String after) {}

    /** One of {@code src/test/resources/planted}: as many files as the bug needs. */
    static List<Difference> named(String name) {
        try (var in = Difference.class.getResourceAsStream("/planted/" + name + ".diff")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // What stands above the first file says what the bug is.
            return Stream.of(text.split("(?m)^" + FILE))
                    .skip(1)
                    .map(section -> parse(section.lines().toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Difference parse(List<String> section) {
        var changes = new ArrayList<Change>();
        var before = new StringBuilder();
        var after = new StringBuilder();
        var lines = new ArrayList<>(section.subList(1, section.size()));
        lines.add("");
        for (var line : lines) {
            if (line.startsWith("-")) {
                before.append(line.substring(1)).append('\n');
            } else if (line.startsWith("+")) {
                after.append(line.substring(1)).append('\n');
            } else if (before.length() > 0) {
                changes.add(new Change(before.toString(), after.toString()));
                before.setLength(0);
                after.setLength(0);
            }
        }
        return new Difference(Path.of(section.get(0).strip()), changes);
    }

    /** The file's text with the bug in it. */
    String applied(Path root) {
        try {
            var text = Files.readString(root.resolve(file));
            for (var change : changes) {
                var at = text.indexOf(change.before());
                if (at < 0 || at != text.lastIndexOf(change.before())) {
                    throw new IllegalStateException("no longer one place in " + file + ":\n" + change.before());
                }
                text = text.replace(change.before(), change.after());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
