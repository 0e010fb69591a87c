package fr.genereferral.local.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java program as a command line, on the JDK that runs us, set to start fast rather than to run long. */
public record JavaProgram(int heapMegabytes, boolean startsFast, List<String> options, List<String> target) {
    private static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-Xshare:auto");
    // C1 alone halves the start on two cores; classes that a compiler has made need no proof, which takes an eighth.
    private static final List<String> FAST_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    // What the compiler has needed goes back to the system, and not to the next who might: ten seconds later.
    // A JDK 17 that is too old for it goes without.
    private static final List<String> LONG_RUN =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=10000");

    public static JavaProgram ofClass(int heapMegabytes, List<Path> classpath, String mainClass, String... arguments) {
        var paths = classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        var target = Stream.concat(Stream.of("-cp", paths, mainClass), Arrays.stream(arguments));
        return new JavaProgram(heapMegabytes, true, List.of(), target.toList());
    }

    public static JavaProgram ofJar(int heapMegabytes, Path jar) {
        return new JavaProgram(heapMegabytes, true, List.of(), List.of("-jar", jar.toString()));
    }

    public JavaProgram with(String... moreOptions) {
        var all = Stream.concat(options.stream(), Arrays.stream(moreOptions)).toList();
        return new JavaProgram(heapMegabytes, startsFast, all, target);
    }

    /** With both compilers: slower to start, faster after a minute. */
    public JavaProgram toRunLong() {
        return new JavaProgram(heapMegabytes, false, options, target);
    }

    /** For programs that log by slf4j-simple. */
    public JavaProgram loggingWithTimes() {
        return with(
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.showThreadName=false",
                // Its access log would be our own questions after its health, every other second.
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.connect.runtime.rest.RestServer=warn");
    }

    public List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(COMMON);
        command.addAll(startsFast ? FAST_START : LONG_RUN);
        command.addAll(options);
        command.addAll(target);
        return command;
    }
}
