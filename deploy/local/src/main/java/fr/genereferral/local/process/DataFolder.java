package fr.genereferral.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where the servers of one platform keep everything: a folder each, and their logs side by side. */
public record DataFolder(Path root, boolean temporary) {
    public static DataFolder temporaryOne() {
        try {
            return new DataFolder(Files.createTempDirectory("genereferral-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DataFolder kept(Path root) {
        return new DataFolder(root.toAbsolutePath().normalize(), false);
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path log(String server) {
        return folder("logs").resolve(server + ".log");
    }

    public void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A temporary folder goes; a kept one stays for the next run. */
    public void discard() {
        if (!temporary) {
            return;
        }
        try {
            delete();
        } catch (IOException | UncheckedIOException e) {
            // A dying server may still write: the folder is in the system's temporary one anyway.
            return;
        }
    }

    void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
