package fr.genereferral.local.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The working copy of this repository, found from wherever the tests of a module run. */
public record Checkout(Path root) {
    private static final String SERVERS_PROPERTY = "genereferral.servers";

    public static Checkout here() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return new Checkout(folder);
            }
        }
        throw new IllegalStateException(
                "Run this inside the repository: no folder above " + Path.of("").toAbsolutePath() + " has a .mvn");
    }

    /** The servers as Maven put them there. */
    public Path servers() {
        var given = System.getProperty(SERVERS_PROPERTY);
        var servers = given == null ? root.resolve("deploy/local/target/servers") : Path.of(given);
        if (!Files.isDirectory(servers)) {
            throw new IllegalStateException(
                    "No servers in " + servers + ": ./mvnw -pl deploy/local process-resources brings them");
        }
        return servers;
    }

    /** The jars of the broker and of the Connect worker, as a class path. */
    public Path kafkaJars() {
        return servers().resolve("kafka/*");
    }

    public Path deploy(String file) {
        return root.resolve("deploy").resolve(file);
    }
}
