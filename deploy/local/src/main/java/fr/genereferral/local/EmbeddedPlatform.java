package fr.genereferral.local;

import fr.genereferral.local.connect.ConnectServer;
import fr.genereferral.local.connect.OutboxConnectors;
import fr.genereferral.local.kafka.KafkaServer;
import fr.genereferral.local.keycloak.KeycloakServer;
import fr.genereferral.local.keycloak.Realm;
import fr.genereferral.local.postgres.PostgresServer;
import fr.genereferral.local.process.AtOnce;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.Server;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Real servers as processes of this machine, all of them children of this JVM: they end with it, however it ends. */
public final class EmbeddedPlatform implements Platform {
    private final Household household;
    private final Map<Part, Server> servers = new EnumMap<>(Part.class);
    private final Thread closing = new Thread(this::closeOnce, "platform-closing");

    EmbeddedPlatform(PlatformPlan plan) {
        household = new Household(plan.dataFolder());
        plan.parts().forEach(part -> servers.put(part, server(part, plan)));
        Runtime.getRuntime().addShutdownHook(closing);
    }

    public static PlatformPlan with(Part... parts) {
        return PlatformPlan.of(parts);
    }

    private Server server(Part part, PlatformPlan plan) {
        var port = plan.portOf(part);
        return switch (part) {
            case POSTGRES -> new PostgresServer(household, port, plan.passwords());
            case KAFKA -> new KafkaServer(household, port);
            case CONNECT -> new ConnectServer(household, port, kafkaBootstrapServers(), this::database, plan.pace());
            case KEYCLOAK -> new KeycloakServer(household, port, plan.passwords(), plan.isForTests());
        };
    }

    void start() {
        try {
            AtOnce.run(servers.values().stream()
                    .<Runnable>map(server -> server::start)
                    .toList());
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    @Override
    public Database database(String name) {
        return part(Part.POSTGRES, PostgresServer.class).database(name);
    }

    @Override
    public String kafkaBootstrapServers() {
        return part(Part.KAFKA, KafkaServer.class).bootstrapServers();
    }

    @Override
    public OutboxConnectors connect() {
        return part(Part.CONNECT, ConnectServer.class);
    }

    @Override
    public Realm realm() {
        return part(Part.KEYCLOAK, KeycloakServer.class).realm();
    }

    /** For the services that are run beside the servers. */
    public Household household() {
        return household;
    }

    @Override
    public void kill(Part part) {
        part(part, Server.class).kill();
    }

    @Override
    public void restart(Part part) {
        var server = part(part, Server.class);
        server.stop();
        server.start();
    }

    @Override
    public void close() {
        closeOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException e) {
            // Already shutting down: this close is the hook's.
            return;
        }
    }

    private void closeOnce() {
        // Connect goes first: it hands in how far it has read, for which it needs the broker.
        Optional.ofNullable(servers.remove(Part.CONNECT)).ifPresent(Server::stop);
        AtOnce.run(
                servers.values().stream().<Runnable>map(server -> server::stop).toList());
        servers.clear();
        household.close();
    }

    private <S extends Server> S part(Part part, Class<S> type) {
        var server = servers.get(part);
        if (server == null) {
            throw new IllegalStateException("This platform was started without " + part);
        }
        return type.cast(server);
    }
}
