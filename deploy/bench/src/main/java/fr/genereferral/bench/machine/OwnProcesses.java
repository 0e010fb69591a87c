package fr.genereferral.bench.machine;

import fr.genereferral.local.machine.ProcessTime;
import fr.genereferral.local.machine.Procfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every process of this run, by what it is: this JVM and its children, and PostgreSQL, which is nobody's child. */
public final class OwnProcesses {
    private final Path dataFolder;

    /** @param dataFolder of the platform */
    public OwnProcesses(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** Ticks used until now, by kind of process. */
    Map<String, Long> ticks() {
        var sums = new LinkedHashMap<String, Long>();
        pids().forEach(pid -> Procfs.find(pid + "/stat")
                .ifPresent(stat -> sums.merge(kind(pid), ProcessTime.of(stat).ticks(), Long::sum)));
        return sums;
    }

    private LongStream pids() {
        var children = ProcessHandle.current().descendants();
        var all = Stream.concat(Stream.concat(Stream.of(ProcessHandle.current()), children), postgres());
        return all.mapToLong(ProcessHandle::pid).distinct();
    }

    private Stream<ProcessHandle> postgres() {
        var file = dataFolder.resolve("postgres/postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).flatMap(pid -> ProcessHandle.of(Long.parseLong(pid))).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(long pid) {
        if (pid == ProcessHandle.current().pid()) {
            return "bench";
        }
        var command = Procfs.find(pid + "/cmdline").orElse("");
        return Stream.of("referral-service", "eligibility-service", "hub-directory-service")
                .filter(service -> command.contains("/" + service + "/"))
                .findFirst()
                .orElseGet(() -> kindOfServer(command));
    }

    private static String kindOfServer(String command) {
        if (command.contains("ConnectDistributed")) {
            return "Kafka Connect";
        }
        if (command.contains("BrokerProgram")) {
            return "Kafka";
        }
        if (command.contains("keycloak")) {
            return "Keycloak";
        }
        return command.contains("postgres") ? "PostgreSQL" : "other";
    }
}
