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
        endOrphans();
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Children of one that was killed see only after a while that it has gone, and hold until then what they shared: a new one would
     * refuse to start. All of them work in the data folder; where the system does not tell (macOS), they are left to notice.
     */
    private void endOrphans() {
        ProcessHandle.allProcesses()
                .filter(Postmaster::isPostgres)
                .filter(this::worksHere)
                .forEach(Liveness::killTree);
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(dataFolder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.endsWith("postgres")).isPresent();
    }

    private Path file() {
        return dataFolder.resolve("postmaster.pid");
    }
}
