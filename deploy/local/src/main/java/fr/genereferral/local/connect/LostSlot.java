package fr.genereferral.local.connect;

import fr.genereferral.local.Credentials;
import fr.genereferral.local.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A slot that PostgreSQL has given up because it held back too much of the log. Its connector would wait half an hour for
 * it and then fail; without it, it makes a new one and reads the outbox again from the table.
 */
record LostSlot(Database database, Credentials reader) {
    private static final int SECONDS = 5;
    private static final String DROP = "select pg_drop_replication_slot(slot_name) from pg_replication_slots"
            + " where slot_name = ? and wal_status = 'lost' and not active";

    static LostSlot of(Database database) {
        return new LostSlot(database, database.cdc().orElseThrow());
    }

    void drop() throws SQLException {
        try (var connection = open();
                var statement = connection.prepareStatement(DROP)) {
            statement.setString(1, "outbox_" + database.name());
            statement.execute();
        }
    }

    private Connection open() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        // A server that takes the call and does not answer must not hold up who watches over the others.
        source.setLoginTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
        return source.getConnection(reader.user(), reader.password());
    }
}
