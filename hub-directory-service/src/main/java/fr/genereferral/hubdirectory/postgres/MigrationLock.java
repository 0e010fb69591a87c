package fr.genereferral.hubdirectory.postgres;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Replicas that start together migrate one after the other. The lock for it is held in no transaction: an index that is built
 * beside whoever writes waits for all that are open, and would wait for its own migration for ever. One that was broken off
 * leaves an index that is not valid: such a migration drops it first, for when it is run again.
 */
@ApplicationScoped
class MigrationLock implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
