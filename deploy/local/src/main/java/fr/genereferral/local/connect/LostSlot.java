package fr.genereferral.local.connect;

import fr.genereferral.local.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A slot that PostgreSQL has given up because it held back too much of the log. Its connector would wait half an hour for
 * it and then fail; without it, it makes a new one and reads the outbox again from the table. Looked for again and again,
 * over one connection: what a login takes is more than the look.
 */
final class LostSlot implements AutoCloseable {
    private static final int SECONDS = 5;
    private static final String DROP = "select pg_drop_replication_slot(slot_name) from pg_replication_slots"
            + " where slot_name = ? and wal_status = 'lost' and not active";

    private final Database database;
    /** Null before the first look and after one that failed. */
    private Connection connection;

    private LostSlot(Database database) {
        this.database = database;
    }

    static LostSlot of(Database database) {
        return new LostSlot(database);
    }

    void drop() throws SQLException {
        if (connection == null) {
            connection = open();
        }
        try (var statement = connection.prepareStatement(DROP)) {
            statement.setString(1, "outbox_" + database.name());
            statement.execute();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        var reader = database.cdc().orElseThrow();
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        // A server that takes the call and does not answer must not hold up who watches over the others.
        source.setLoginTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
        return source.getConnection(reader.user(), reader.password());
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // A connection that cannot be closed is one that is broken.
            return;
        }
    }
}
