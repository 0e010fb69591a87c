package fr.genereferral.e2e.anonymity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the system shows of this program's children: command lines, environments, the names of their threads. */
final class Processes {
    private Processes() {}

    static List<Found> searched(Search search) throws IOException {
        var found = new ArrayList<Found>();
        for (var process : ProcessHandle.current().descendants().toList()) {
            var folder = Path.of("/proc", Long.toString(process.pid()));
            for (var file : List.of("cmdline", "environ", "comm")) {
                look(folder.resolve(file), search, found);
            }
            for (var thread : threads(folder)) {
                look(thread.resolve("comm"), search, found);
            }
        }
        return found;
    }

    private static List<Path> threads(Path folder) {
        try (Stream<Path> tasks = Files.list(folder.resolve("task"))) {
            return tasks.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A process may end while it is being looked at. */
    private static void look(Path file, Search search, List<Found> found) {
        try {
            search.in(Files.readAllBytes(file)).forEach(shape -> found.add(new Found("process " + file, shape)));
        } catch (IOException e) {
            return;
        }
    }
}
