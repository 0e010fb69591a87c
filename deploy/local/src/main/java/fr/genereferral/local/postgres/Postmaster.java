package fr.genereferral.local.postgres;

import fr.genereferral.local.process.Liveness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The first process of PostgreSQL, as its data folder knows it. */
record Postmaster(Path dataFolder) {
    Optional<ProcessHandle> running() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file())) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(Liveness::runs)
                    .filter(Postmaster::isPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file outlives its process after kill -9, and its pid may be somebody else's by now: PostgreSQL would refuse. */
    void endStale() {
        running().ifPresent(Liveness::killTree);
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.endsWith("postgres")).isPresent();
    }

    private Path file() {
        return dataFolder.resolve("postmaster.pid");
    }
}
