package fr.genereferral.hubdirectory;

import fr.genereferral.local.Credentials;
import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.Logins;
import fr.genereferral.local.Part;
import fr.genereferral.local.Platform;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Real PostgreSQL and Kafka for this service's tests, one pair for all of them. */
public class LocalServers implements QuarkusTestResourceLifecycleManager {
    private static Platform platform;

    @Override
    public Map<String, String> start() {
        platform = EmbeddedPlatform.with(Part.POSTGRES, Part.KAFKA).start();
        var database = platform.database("hub_directory");
        return Map.of(
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.service().user(),
                "quarkus.datasource.password", database.service().password(),
                "quarkus.flyway.username", database.owner().user(),
                "quarkus.flyway.password", database.owner().password(),
                "kafka.bootstrap.servers", platform.kafkaBootstrapServers());
    }

    static Platform platform() {
        return platform;
    }

    /** A connection with the rights of the service's own role. */
    public static Connection asService() throws SQLException {
        return as(platform.database("hub_directory").service());
    }

    /** The same, for whomever {@code app.orgs} names; null for nobody. */
    public static Connection asServiceFor(String organisations) throws SQLException {
        return speakingFor(organisations, asService());
    }

    /** A connection with the rights of the role that migrates. */
    public static Connection asOwner() throws SQLException {
        return as(platform.database("hub_directory").owner());
    }

    /** A connection with the rights of the connector that carries the outbox. */
    public static Connection asCarrier() throws SQLException {
        return as(platform.database("hub_directory").cdc().orElseThrow());
    }

    private static Connection as(Credentials role) throws SQLException {
        return Logins.as(role, platform.database("hub_directory"));
    }

    private static Connection speakingFor(String organisations, Connection connection) throws SQLException {
        if (organisations == null) {
            return connection;
        }
        try (var statement = connection.prepareStatement("select set_config('app.orgs', ?, false)")) {
            statement.setString(1, organisations);
            statement.execute();
        }
        return connection;
    }

    @Override
    public void stop() {
        platform.close();
    }
}
