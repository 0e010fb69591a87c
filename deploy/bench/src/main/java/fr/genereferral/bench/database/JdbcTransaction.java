package fr.genereferral.bench.database;

import fr.genereferral.local.Database;
import io.vertx.core.buffer.Buffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One connection that writes one transaction after another, each statement prepared on the server at its first use. */
final class JdbcTransaction implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    JdbcTransaction(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.jdbcUrl() + "?prepareThreshold=1", Superuser.ROLE, "");
        connection.setAutoCommit(false);
    }

    void write(List<Insert> inserts, UUID referral, UUID original) throws SQLException {
        // One statement is a transaction of its own: begin and commit would only cost it.
        var alone = inserts.size() == 1;
        if (connection.getAutoCommit() != alone) {
            connection.setAutoCommit(alone);
        }
        for (var insert : inserts) {
            write(insert, referral, original);
        }
        if (!alone) {
            connection.commit();
        }
    }

    private void write(Insert insert, UUID referral, UUID original) throws SQLException {
        var statement = statement(insert);
        var position = 1;
        for (var row : insert.rows()) {
            for (var value : row.as(referral, original)) {
                statement.setObject(position++, value instanceof Buffer bytes ? bytes.getBytes() : value);
            }
        }
        statement.executeUpdate();
    }

    private PreparedStatement statement(Insert insert) throws SQLException {
        var known = prepared.get(insert.sql());
        if (known == null) {
            known = connection.prepareStatement(insert.sql().replaceAll("\\$\\d+", "?"));
            prepared.put(insert.sql(), known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
