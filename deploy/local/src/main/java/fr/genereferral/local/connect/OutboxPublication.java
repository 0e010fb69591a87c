package fr.genereferral.local.connect;

import fr.genereferral.local.Credentials;
import fr.genereferral.local.Database;
import fr.genereferral.local.process.Patience;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a service's migrations make for its connector. A connector that comes before it takes a slot at a point where
 * the publication does not exist yet, and what is written in between is lost to it.
 */
record OutboxPublication(Database database, Credentials reader) {
    private static final Duration TO_MIGRATE = Duration.ofSeconds(120);

    static OutboxPublication of(Database database) {
        return new OutboxPublication(database, database.cdc().orElseThrow());
    }

    void await() {
        new Patience("publication of the outbox in " + database.name(), TO_MIGRATE).until(this::exists);
    }

    private boolean exists() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        try (var connection = source.getConnection(reader.user(), reader.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select 1 from pg_publication_tables where pubname = 'outbox_publication'")) {
            return found.next();
        }
    }
}
