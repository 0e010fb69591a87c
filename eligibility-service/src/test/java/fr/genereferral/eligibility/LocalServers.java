package fr.genereferral.eligibility;

import fr.genereferral.local.Database;
import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.Part;
import fr.genereferral.local.Platform;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Real PostgreSQL and Kafka for this service's tests, one pair for all of them. */
public class LocalServers implements QuarkusTestResourceLifecycleManager {
    private static Platform platform;

    @Override
    public Map<String, String> start() {
        platform = EmbeddedPlatform.with(Part.POSTGRES, Part.KAFKA).start();
        var database = database();
        return Map.of(
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.service().user(),
                "quarkus.datasource.password", database.service().password(),
                "quarkus.flyway.username", database.owner().user(),
                "quarkus.flyway.password", database.owner().password(),
                "kafka.bootstrap.servers", platform.kafkaBootstrapServers());
    }

    public static Platform platform() {
        return platform;
    }

    public static Database database() {
        return platform.database("eligibility");
    }

    @Override
    public void stop() {
        platform.close();
    }
}
