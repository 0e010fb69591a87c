package fr.genereferral.local.kafka;

import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.process.ChildProcess;
import fr.genereferral.local.process.FreePort;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.JavaProgram;
import fr.genereferral.local.process.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Kafka node, broker and controller in one process of its own, with the platform's topics. */
public final class KafkaServer implements Server {
    private static final String NAME = "kafka";
    private static final int HEAP_MEGABYTES = 384;
    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Household household;
    private final int port;
    private final int controllerPort = FreePort.any();
    private final Path folder;
    private ChildProcess process;

    public KafkaServer(Household household, int port) {
        this.household = household;
        this.port = port;
        folder = household.data().folder(NAME);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        var properties = folder.resolve("server.properties");
        var ready = folder.resolve("ready");
        household.data().write(properties, properties());
        try {
            Files.deleteIfExists(ready);
            var program = JavaProgram.ofClass(
                            HEAP_MEGABYTES,
                            List.of(programFolder(), Checkout.here().kafkaJars()),
                            BrokerProgram.class.getName(),
                            arguments(properties, ready))
                    .loggingWithTimes();
            process = ChildProcess.start(household, NAME, program.command(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.await(TO_START, () -> Files.exists(ready));
    }

    private static String[] arguments(Path properties, Path ready) {
        var topics = Topic.all().stream().map(Topic::toString);
        return Stream.concat(Stream.of(properties.toString(), ready.toString()), topics)
                .toArray(String[]::new);
    }

    /** The two classes of ours that the broker's process runs, out of whatever jar or class loader holds them here. */
    private Path programFolder() throws IOException {
        var program = folder.resolve("program");
        for (var type : List.of(BrokerProgram.class, Topic.class)) {
            var file = type.getName().replace('.', '/') + ".class";
            var copy = program.resolve(file);
            Files.createDirectories(copy.getParent());
            try (var bytes = type.getClassLoader().getResourceAsStream(file)) {
                Files.write(copy, bytes.readAllBytes());
            }
        }
        return program;
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                # A killed broker may register again only when its old session has ended: 9 s by default.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                num.network.threads=2
                num.io.threads=4
                # Its default is a third of our heap.
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, folder.resolve("log"));
    }

    @Override
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(TO_STOP);
            process = null;
        }
    }
}
