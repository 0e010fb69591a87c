package fr.genereferral.referral;

import fr.genereferral.local.Database;
import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.Part;
import fr.genereferral.local.Platform;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Real PostgreSQL and Kafka for this service's tests, one pair for all of them. */
public class LocalServers implements QuarkusTestResourceLifecycleManager {
    private static final int KEY_LENGTH = 32;
    private static Platform platform;

    @Override
    public Map<String, String> start() {
        platform = EmbeddedPlatform.with(Part.POSTGRES, Part.KAFKA).start();
        var settings = new HashMap<String, String>();
        datasource(settings, "", platform.database("referral"));
        datasource(settings, "keys.", platform.database("referral_keys"));
        settings.put("kafka.bootstrap.servers", platform.kafkaBootstrapServers());
        settings.put("referral.master-key", "test:" + Base64.getEncoder().encodeToString(new byte[KEY_LENGTH]));
        return settings;
    }

    private static void datasource(Map<String, String> settings, String name, Database database) {
        settings.put("quarkus.datasource." + name + "reactive.url", database.reactiveUrl());
        settings.put("quarkus.datasource." + name + "jdbc.url", database.jdbcUrl());
        settings.put(
                "quarkus.datasource." + name + "username", database.service().user());
        settings.put(
                "quarkus.datasource." + name + "password", database.service().password());
        settings.put("quarkus.flyway." + name + "username", database.owner().user());
        settings.put("quarkus.flyway." + name + "password", database.owner().password());
    }

    public static Platform platform() {
        return platform;
    }

    @Override
    public void stop() {
        platform.close();
    }
}
