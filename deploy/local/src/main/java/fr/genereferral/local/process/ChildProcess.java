package fr.genereferral.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A program of the household, with its log. */
public final class ChildProcess {
    private static final int LINES_SHOWN = 25;

    private final Household household;
    private final String name;
    private final Process process;

    private ChildProcess(Household household, String name, Process process) {
        this.household = household;
        this.name = name;
        this.process = process;
    }

    public static ChildProcess start(
            Household household, String name, List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        household.data().log(name).toFile()));
        builder.environment().putAll(environment);
        try {
            var child = new ChildProcess(household, name, builder.start());
            household.adopt(child.process.toHandle());
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean runs() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until the child answers; a child that ends meanwhile shows the end of its log. */
    public void await(Duration limit, Callable<Boolean> answer) {
        new Patience("answer from " + name + ", see " + log(), limit).until(() -> {
            if (!runs()) {
                throw new Patience.NoHope("%s ended with %d:%n%s".formatted(name, process.exitValue(), endOfLog()));
            }
            return answer.call();
        });
    }

    public void kill() {
        Liveness.killTree(process.toHandle());
        household.release(process.toHandle());
    }

    /** Asks the child to end, and ends it when it takes longer than the grace. */
    public void stop(Duration grace) {
        process.destroy();
        try {
            process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    private Path log() {
        return household.data().log(name);
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
