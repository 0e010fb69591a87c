package fr.genereferral.local.keycloak;

import fr.genereferral.local.process.ChildProcess;
import fr.genereferral.local.process.DataFolder;
import fr.genereferral.local.process.FreePort;
import fr.genereferral.local.process.Household;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * The start that makes the tables, draws the keys and imports the realm: four fifths of the work of starting. Tests do it
 * once for each realm and administrator, and whoever starts with nothing takes a copy of what it has left. So all
 * platforms of a checkout sign with the same keys; each is its own issuer all the same. Whoever starts only once does not
 * do it twice for that: without a copy to take, it begins for itself.
 */
record FirstStart(DataFolder data, String administratorsPassword) {
    private static final String NAME = "keycloak";
    private static final Duration TO_START = Duration.ofSeconds(150);
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    static FirstStart with(String administratorsPassword) throws IOException {
        var beside = KeycloakHome.unpacked().resolveSibling("first-start-of-keycloak");
        return new FirstStart(DataFolder.kept(beside), administratorsPassword);
    }

    /** Makes it before, where there is none. */
    void copyTo(KeycloakHome home) throws IOException {
        try (var channel = channel();
                var lock = channel.lock()) {
            if (lock.isValid() && !isMade()) {
                make();
                data.write(done(), KeycloakHome.mark(administratorsPassword));
            }
            copy(made().database(), home.database());
        }
    }

    /** Nothing, where there is none, or somebody is making it. */
    void copyIfMade(KeycloakHome home) throws IOException {
        try (var channel = channel();
                var lock = channel.tryLock()) {
            if (lock != null && isMade()) {
                copy(made().database(), home.database());
            }
        }
    }

    private static FileChannel channel() throws IOException {
        return FileChannel.open(
                KeycloakHome.unpacked().resolve(".first-start-lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    private boolean isMade() throws IOException {
        return Files.exists(done()) && Files.readString(done()).equals(KeycloakHome.mark(administratorsPassword));
    }

    private void make() throws IOException {
        Household.emptied(data);
        try (var household = new Household(data)) {
            made().prepare(data.log(NAME));
            var keycloak = new KeycloakProgram(made(), FreePort.any());
            var process =
                    ChildProcess.start(household, NAME, keycloak.command(), administrator(administratorsPassword));
            process.await(TO_START, keycloak::answers);
            process.stop(TO_STOP);
        }
    }

    /** Environment: only the very first start reads it, or the one after a first that was broken off. */
    static Map<String, String> administrator(String password) {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMINISTRATOR, "KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    }

    private KeycloakHome made() {
        return new KeycloakHome(data.folder(NAME));
    }

    private Path done() {
        return data.root().resolve("done");
    }

    /** Whole or not at all: half a database would be taken for one that is kept. */
    private static void copy(Path from, Path to) throws IOException {
        var arriving = Files.createDirectories(to.resolveSibling("arriving"));
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, arriving.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(arriving, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
