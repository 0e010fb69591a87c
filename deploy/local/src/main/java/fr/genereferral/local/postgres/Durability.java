package fr.genereferral.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What must be on for an acknowledged commit to survive kill -9. */
final class Durability {
    private static final List<String> DEMANDED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    static void demand(Connection connection) throws SQLException {
        for (var setting : DEMANDED) {
            var value = shown(connection, setting);
            if (!value.equals("on")) {
                throw new IllegalStateException(
                        "PostgreSQL would lose acknowledged commits: %s is %s".formatted(setting, value));
            }
        }
        var level = shown(connection, "wal_level");
        if (!level.equals("logical")) {
            throw new IllegalStateException("No event would leave the outbox: wal_level is " + level);
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
