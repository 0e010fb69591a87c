package fr.genereferral.eligibility;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The cases: one file each, a dossier and the outcome that the rules demand. */
public final class Cases {
    private static final boolean LONG = Boolean.getBoolean("e2e.long");
    private static final List<Path> FILES = files();

    private Cases() {}

    public static List<Path> all() {
        return FILES;
    }

    /** Every so-manyth case, for what costs more than judging one; all of them in the long run. */
    public static List<Path> sample(int every) {
        return LONG
                ? FILES
                : IntStream.range(0, FILES.size())
                        .filter(n -> n % every == 0)
                        .mapToObj(FILES::get)
                        .toList();
    }

    /** Read anew each time, to be changed. */
    public static ObjectNode read(Path file) {
        return Samples.read(file);
    }

    private static List<Path> files() {
        try (var files = Files.list(Path.of("src/test/resources/cases"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
