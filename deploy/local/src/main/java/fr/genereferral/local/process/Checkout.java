package fr.genereferral.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /** The first seven digits of the commit, with {@code -changed} when files differ from it; unknown without git. */
    public String commit() {
        try {
            return git("rev-parse", "--short=7", "HEAD")
                    + (git("status", "--porcelain", "-uno").isEmpty() ? "" : "-changed");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private String git(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var git = new ProcessBuilder(command).directory(root.toFile()).start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
