package fr.genereferral.local.postgres;

import fr.genereferral.local.Database;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.Liveness;
import fr.genereferral.local.process.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** PostgreSQL with every database and role of the platform, as durable as in production. */
public final class PostgresServer implements Server {
    private static final String NAME = "postgres";
    private static final String HOST = "127.0.0.1";
    // A crash leaves WAL to replay, and two busy cores are slow at it.
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            // zonky turns the first two off, which loses acknowledged commits at kill -9.
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("wal_level", "logical"),
            // When was this row committed? One clock for every service: answers it for the bench and for an inquiry.
            Map.entry("track_commit_timestamp", "on"),
            // Three connectors, and room for a slot being replaced.
            Map.entry("max_wal_senders", "10"),
            Map.entry("max_replication_slots", "10"),
            Map.entry("max_connections", "200"),
            // Parameters are patients: they never reach the log, nor does the row that a DETAIL would quote.
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_error_verbosity", "terse"),
            // Nobody enters but by TCP, where a password is asked for.
            Map.entry("unix_socket_directories", ""));

    /**
     * A connector that stays away must not fill the disk: past this it loses its slot, and the outbox is replayed. Not on the
     * command line, whose word is final: an operator may have to change it while the server runs.
     */
    private static final String MOST_LOG_KEPT = "alter system set max_slot_wal_keep_size = '4GB'";

    private final Household household;
    private final UnaryOperator<String> passwords;
    private final int port;
    private final Path folder;
    private final Postmaster postmaster;
    private EmbeddedPostgres running;

    public PostgresServer(Household household, int port, UnaryOperator<String> passwords) {
        this.household = household;
        this.port = port;
        this.passwords = passwords;
        folder = household.data().folder(NAME);
        postmaster = new Postmaster(folder);
    }

    public Database database(String name) {
        return new Roles(passwords).database(name, HOST, port);
    }

    @Override
    public void start() {
        postmaster.endStale();
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setDataDirectoryCustomizer(PostgresServer::askForPasswords)
                // The same sort order on every system, whatever its locales.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        household.data().log(NAME).toFile()))
                .setPGStartupWait(RECOVERY)
                .setPort(port);
        SETTINGS.forEach(builder::setServerConfig);
        try {
            running = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start, see " + household.data().log(NAME), e);
        }
        postmaster.running().ifPresent(household::adopt);
        prepare();
    }

    private void prepare() {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            Durability.demand(connection);
            statement.execute(MOST_LOG_KEPT);
            statement.execute("select pg_reload_conf()");
            new Roles(passwords).ensure(connection, this::superuser);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL started but could not be prepared", e);
        }
    }

    private Connection superuser(String database) throws SQLException {
        return running.getDatabase("postgres", database).getConnection();
    }

    @Override
    public void kill() {
        postmaster.running().ifPresent(process -> {
            Liveness.killTree(process);
            household.release(process);
        });
        stop();
    }

    @Override
    public void stop() {
        var process = postmaster.running();
        if (running != null) {
            close(running);
            running = null;
        }
        process.ifPresent(household::release);
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void askForPasswords(File folder) {
        try (var rules = PostgresServer.class.getResourceAsStream("pg_hba.conf")) {
            Files.write(folder.toPath().resolve("pg_hba.conf"), rules.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
