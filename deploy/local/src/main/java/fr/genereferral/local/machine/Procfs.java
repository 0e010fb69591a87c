package fr.genereferral.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code /proc}; a process that has ended meanwhile has no file. */
public final class Procfs {
    private static final Path ROOT = Path.of("/proc");

    private Procfs() {}

    public static String read(String file) {
        return find(file).orElseThrow(() -> new IllegalStateException("no /proc/" + file));
    }

    public static Optional<String> find(String file) {
        try {
            return Optional.of(Files.readString(ROOT.resolve(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // A process that ends while it is read answers ESRCH.
            if (Files.exists(ROOT.resolve(file))) {
                throw new UncheckedIOException(e);
            }
            return Optional.empty();
        }
    }
}
