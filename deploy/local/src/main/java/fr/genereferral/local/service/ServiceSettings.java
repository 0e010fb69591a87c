package fr.genereferral.local.service;

import fr.genereferral.local.Database;
import fr.genereferral.local.Platform;
import java.util.HashMap;
import java.util.Map;

/** What a service is told by its environment, and nothing else: the same names in a container or a pod. */
public enum ServiceSettings {
    REFERRAL("referral-service", "referral"),
    ELIGIBILITY("eligibility-service", "eligibility"),
    HUB_DIRECTORY("hub-directory-service", "hub_directory");

    private final String module;
    private final String database;

    ServiceSettings(String module, String database) {
        this.module = module;
        this.database = database;
    }

    public String module() {
        return module;
    }

    public String database() {
        return database;
    }

    /** @param masterKey as {@link MasterKey} writes it; only referral-service is told */
    public Map<String, String> environment(Platform platform, String masterKey) {
        var environment = new HashMap<>(datasource("", platform.database(database)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", platform.kafkaBootstrapServers());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", platform.realm().issuer());
        if (this == REFERRAL) {
            environment.putAll(datasource("KEYS_", platform.database("referral_keys")));
            environment.put("REFERRAL_MASTER_KEY", masterKey);
        }
        return environment;
    }

    private static Map<String, String> datasource(String prefix, Database database) {
        var datasource = "QUARKUS_DATASOURCE_" + prefix;
        var flyway = "QUARKUS_FLYWAY_" + prefix;
        return Map.of(
                datasource + "REACTIVE_URL", database.reactiveUrl(),
                datasource + "JDBC_URL", database.jdbcUrl(),
                datasource + "USERNAME", database.service().user(),
                datasource + "PASSWORD", database.service().password(),
                flyway + "USERNAME", database.owner().user(),
                flyway + "PASSWORD", database.owner().password());
    }
}
