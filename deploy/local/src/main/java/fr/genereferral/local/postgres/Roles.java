package fr.genereferral.local.postgres;

import fr.genereferral.local.Credentials;
import fr.genereferral.local.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who may enter which database: three roles each, and no role into a second database. */
record Roles(UnaryOperator<String> passwords) {
    private static final String WITHOUT_OUTBOX = "referral_keys";

    /** Opens a database as superuser. */
    interface Entrance {
        Connection open(String database) throws SQLException;
    }

    Database database(String name, String host, int port) {
        if (!Database.NAMES.contains(name)) {
            throw new IllegalArgumentException("No database " + name + ", there are " + Database.NAMES);
        }
        var cdc = name.equals(WITHOUT_OUTBOX) ? Optional.<Credentials>empty() : Optional.of(role(name + "_cdc"));
        return new Database(name, host, port, role(name + "_owner"), role(name), cdc);
    }

    /** Makes what is missing and sets the passwords as they are now. */
    void ensure(Connection postgres, Entrance entrance) throws SQLException {
        run(postgres, "revoke all on database postgres, template1 from public");
        for (var name : Database.NAMES) {
            var database = database(name, "", 0);
            ensureRole(postgres, database.owner(), "");
            ensureRole(postgres, database.service(), "nobypassrls");
            ensureDatabase(postgres, database);
            if (database.cdc().isPresent()) {
                ensureRole(postgres, database.cdc().get(), "replication");
                run(
                        postgres,
                        "grant connect on database %s to %s"
                                .formatted(name, database.cdc().get()));
            }
            try (var inside = entrance.open(name)) {
                run(inside, "revoke create on schema public from public");
            }
        }
    }

    private static void ensureRole(Connection postgres, Credentials role, String rights) throws SQLException {
        var exists = exists(postgres, "select 1 from pg_roles where rolname = ?", role.user());
        run(
                postgres,
                "%s role %s login %s password '%s'"
                        .formatted(
                                exists ? "alter" : "create",
                                role,
                                rights,
                                role.password().replace("'", "''")));
    }

    private static void ensureDatabase(Connection postgres, Database database) throws SQLException {
        var name = database.name();
        if (!exists(postgres, "select 1 from pg_database where datname = ?", name)) {
            run(postgres, "create database %s owner %s".formatted(name, database.owner()));
        }
        run(postgres, "revoke all on database %s from public".formatted(name));
        run(postgres, "grant connect on database %s to %s".formatted(name, database.service()));
    }

    private Credentials role(String name) {
        return new Credentials(name, passwords.apply(name));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
