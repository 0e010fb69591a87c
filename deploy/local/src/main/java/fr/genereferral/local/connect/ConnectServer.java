package fr.genereferral.local.connect;

import fr.genereferral.local.Database;
import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.process.ChildProcess;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.HttpProbe;
import fr.genereferral.local.process.JavaProgram;
import fr.genereferral.local.process.Patience;
import fr.genereferral.local.process.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;

/** A Kafka Connect worker with Debezium's PostgreSQL connector. */
public final class ConnectServer implements Server, OutboxConnectors {
    private static final String NAME = "connect";
    private static final int HEAP_MEGABYTES = 384;
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration TO_STOP = Duration.ofSeconds(5);
    private static final Duration TO_RUN = Duration.ofSeconds(90);

    private final Household household;
    private final int port;
    private final String bootstrapServers;
    private final Function<String, Database> databases;
    private final Pace pace;
    private final ConnectApi api;
    private final Path folder;
    private final CopyOnWriteArraySet<Database> connected = new CopyOnWriteArraySet<>();
    private ChildProcess process;
    private Watchdog watchdog;

    public ConnectServer(
            Household household, int port, String bootstrapServers, Function<String, Database> databases, Pace pace) {
        this.household = household;
        this.port = port;
        this.bootstrapServers = bootstrapServers;
        this.databases = databases;
        this.pace = pace;
        folder = household.data().folder(NAME);
        api = new ConnectApi(url());
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void start() {
        var properties = folder.resolve("worker.properties");
        household.data().write(properties, properties());
        var program = JavaProgram.ofClass(
                        HEAP_MEGABYTES,
                        List.of(Checkout.here().kafkaJars()),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        properties.toString())
                .loggingWithTimes();
        process = ChildProcess.start(household, NAME, program.command(), Map.of());
        // The worker answers on / some seconds before it takes connectors.
        process.await(TO_START, () -> HttpProbe.answers(url() + "/connector-plugins"));
        watchdog = new Watchdog(api, connected);
    }

    @Override
    public void register(String database) {
        var settings = new ConnectorSettings(databases.apply(database), pace);
        OutboxPublication.of(settings.database()).await();
        // Before the connector runs: with a slot that was lost meanwhile it would not.
        connected.add(settings.database());
        new Patience("running connector " + settings.name(), TO_RUN).until(() -> {
            api.configure(settings.name(), settings.json());
            return true;
        });
        process.await(TO_RUN, () -> api.state(settings.name()).runs());
    }

    private String properties() {
        return """
                bootstrap.servers=%s
                group.id=connect
                listeners=%s
                rest.advertised.host.name=127.0.0.1
                key.converter=org.apache.kafka.connect.json.JsonConverter
                value.converter=org.apache.kafka.connect.json.JsonConverter
                config.storage.topic=connect-configs
                config.storage.replication.factor=1
                offset.storage.topic=connect-offsets
                offset.storage.replication.factor=1
                offset.storage.partitions=1
                status.storage.topic=connect-status
                status.storage.replication.factor=1
                status.storage.partitions=1
                # A crash sends again what was sent since the last flush.
                offset.flush.interval.ms=5000
                # Looking through every class of every jar takes the worker longer than all the rest of its start.
                plugin.discovery=service_load
                # A task that looks for a database that is gone does not hear that it shall stop.
                task.shutdown.graceful.timeout.ms=2000
                # A killed worker's tasks start again when its membership has ended, by default after 10 s.
                session.timeout.ms=6000
                heartbeat.interval.ms=1500
                # One worker: nobody to wait for.
                scheduled.rebalance.max.delay.ms=0
                """.formatted(bootstrapServers, url());
    }

    @Override
    public void kill() {
        endWatch();
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void stop() {
        endWatch();
        if (process != null) {
            process.stop(TO_STOP);
            process = null;
        }
    }

    private void endWatch() {
        if (watchdog != null) {
            watchdog.close();
            watchdog = null;
        }
    }
}
