package fr.genereferral.local.keycloak;

import fr.genereferral.local.process.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A Keycloak home in the data folder: links to the one unpacked server, and data of its own. Two platforms never meet on
 * one H2 file, and the server is built once for all of them.
 */
record KeycloakHome(Path folder) {
    private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes", "version.txt");
    // Kept beside the lock: another list of options builds the server again.
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=dev-file", "--health-enabled=false", "--metrics-enabled=false");

    void prepare(Path log) throws IOException {
        var server = built(log);
        for (var name : SHARED) {
            var link = folder.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, server.resolve(name));
        }
        var imported = Files.createDirectories(folder.resolve("data/import"));
        Files.copy(realm(), imported.resolve(realm().getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nothing has been kept in it yet. */
    boolean isNew() {
        return !Files.exists(database());
    }

    Path database() {
        return folder.resolve("data/h2");
    }

    private static Path realm() {
        return Checkout.here().deploy("keycloak/genereferral-realm.json");
    }

    /** Another one where a start would leave something else behind. */
    static String mark(String administratorsPassword) throws IOException {
        var all = List.of(
                unpacked().toString(), BUILD_OPTIONS.toString(), administratorsPassword, Files.readString(realm()));
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    Path runner() {
        return folder.resolve("lib/quarkus-run.jar");
    }

    /** Keycloak wires itself for its options before its first start; that takes longer than any start after it. */
    private static Path built(Path log) throws IOException {
        var server = unpacked();
        var mark = server.resolve(".built");
        var options = String.join(" ", BUILD_OPTIONS);
        try (var channel = FileChannel.open(
                        server.resolve(".build-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !(Files.exists(mark) && Files.readString(mark).equals(options))) {
                build(server, log.toFile());
                Files.writeString(mark, options);
            }
        }
        return server;
    }

    private static void build(Path server, File log) throws IOException {
        var command = new ArrayList<>(List.of("sh", server.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // As in JavaProgram: half a minute is too short for the slower compiler.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("Keycloak could not be built, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while building Keycloak", e);
        }
    }

    static Path unpacked() {
        try (var folders = Files.list(Checkout.here().servers())) {
            return folders.filter(f -> f.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No Keycloak beside the other servers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
