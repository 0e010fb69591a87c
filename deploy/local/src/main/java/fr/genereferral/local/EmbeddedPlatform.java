package fr.genereferral.local;

import fr.genereferral.local.connect.OutboxConnectors;
import fr.genereferral.local.kafka.KafkaServer;
import fr.genereferral.local.keycloak.Realm;
import fr.genereferral.local.postgres.PostgresServer;
import fr.genereferral.local.process.AtOnce;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.Server;
import java.util.EnumMap;
import java.util.Map;

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
        return switch (part) {
            case POSTGRES -> new PostgresServer(household, plan.portOf(part), plan.passwords());
            case KAFKA -> new KafkaServer(household, plan.portOf(part));
            case CONNECT, KEYCLOAK -> throw new UnsupportedOperationException("not yet: " + part);
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
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Realm realm() {
        throw new UnsupportedOperationException("not yet");
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
        // All at once: Connect would otherwise spend its grace looking for a broker that is gone.
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
