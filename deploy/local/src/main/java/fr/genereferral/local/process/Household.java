package fr.genereferral.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The processes of one platform. The {@link Guard} ends them when this JVM is gone; should even the guard be killed, they
 * stand in a file of the data folder, and the next start ends them.
 */
public final class Household implements AutoCloseable {
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(1);

    private final DataFolder data;
    private final Path register;
    private final Guard guard;
    private final Map<Long, ProcessHandle> members = new ConcurrentHashMap<>();

    public Household(DataFolder data) {
        this.data = data;
        register = registerOf(data);
        endLeftovers(data, register);
        guard = new Guard(data.log("guard"));
        record();
    }

    /** Empties a data folder, unless somebody is at work in it. */
    public static void emptied(DataFolder data) {
        endLeftovers(data, registerOf(data));
        try {
            data.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path registerOf(DataFolder data) {
        return data.folder("logs").resolveSibling("processes");
    }

    public DataFolder data() {
        return data;
    }

    public void adopt(ProcessHandle process) {
        members.put(process.pid(), process);
        guard.watch(process.pid());
        record();
    }

    public void release(ProcessHandle process) {
        members.remove(process.pid());
        guard.forget(process.pid());
        record();
    }

    @Override
    public void close() {
        members.values().forEach(Liveness::killTree);
        members.keySet().forEach(guard::forget);
        guard.close();
        try {
            Files.deleteIfExists(register);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.discard();
    }

    private synchronized void record() {
        var lines = members.values().stream().map(Household::line).collect(Collectors.joining("\n"));
        data.write(register, line(ProcessHandle.current()) + "\n" + lines + "\n");
    }

    private static String line(ProcessHandle process) {
        var born = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + " " + born;
    }

    private static void endLeftovers(DataFolder data, Path register) {
        if (!Files.exists(register)) {
            return;
        }
        var lines = registered(register);
        lines.stream().limit(1).flatMap(l -> alive(l).stream()).findAny().ifPresent(owner -> {
            throw new IllegalStateException(
                    "%s is in use by process %d: stop it first".formatted(data.root(), owner.pid()));
        });
        lines.stream().skip(1).flatMap(l -> alive(l).stream()).forEach(Liveness::killTree);
    }

    private static List<String> registered(Path register) {
        try {
            return Files.readAllLines(register).stream()
                    .filter(l -> !l.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pid may have gone to somebody else since: only the same birth is the same process. */
    private static Optional<ProcessHandle> alive(String line) {
        var words = line.split(" ");
        var born = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0])).filter(Liveness::runs).filter(p -> p.info()
                .startInstant()
                .filter(i -> Duration.between(i, born).abs().compareTo(CLOCK_GRAIN) < 0)
                .isPresent());
    }
}
