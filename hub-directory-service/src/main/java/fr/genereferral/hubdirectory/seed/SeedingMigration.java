package fr.genereferral.hubdirectory.seed;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Puts the seed among the migrations; Flyway would look for it only in the package of the SQL files. */
@Singleton
class SeedingMigration implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(new DirectorySeed());
    }
}
