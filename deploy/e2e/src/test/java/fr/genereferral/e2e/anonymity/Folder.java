package fr.genereferral.e2e.anonymity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The raw bytes of all files of a folder, and their names. */
record Folder(Path root) {
    private static final int LINE = 400;

    List<Found> searched(Search search, Predicate<Path> wanted) throws IOException {
        var found = new ArrayList<Found>();
        for (var file : files()) {
            var name = root.relativize(file);
            search.in(name.toString()).forEach(shape -> found.add(new Found("name of " + name, shape)));
            if (wanted.test(name) && Files.isReadable(file)) {
                for (var shape : bytes(search, file)) {
                    found.add(new Found("file " + name, shape));
                }
                tellOfLog(name, file, search);
            }
        }
        return found;
    }

    /** Whoever has to mend it wants to see the line; every patient here is invented. */
    private static void tellOfLog(Path name, Path file, Search search) throws IOException {
        if (name.startsWith("logs") && bytes(search, file).iterator().hasNext()) {
            try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.filter(line -> !search.in(line).isEmpty())
                        .limit(3)
                        .forEach(line -> System.err.printf(
                                "in %s: %s%n", name, line.substring(0, Math.min(LINE, line.length()))));
            }
        }
    }

    /** A server may take a file away while it is being looked at. */
    private static Iterable<String> bytes(Search search, Path file) throws IOException {
        try {
            return search.in(file);
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    /** Links lead to what is shared with other platforms, and hold nothing of this one. */
    List<Path> files() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            return files();
        }
    }
}
