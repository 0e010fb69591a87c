package fr.genereferral.referral;

import fr.genereferral.local.Credentials;
import fr.genereferral.local.Logins;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into the service's database from outside, as one of its login roles. */
public final class Rows implements AutoCloseable {
    private final Connection connection;

    private Rows(Connection connection) {
        this.connection = connection;
    }

    /** Migrates; the row-level policies hold for it too, but it could take them away. */
    public static Rows asOwner() throws SQLException {
        return open("referral", LocalServers.platform().database("referral").owner());
    }

    /** What the running service is. */
    public static Rows asService() throws SQLException {
        return open("referral", LocalServers.platform().database("referral").service());
    }

    /** Carries the outbox. */
    public static Rows asCarrier() throws SQLException {
        return open(
                "referral", LocalServers.platform().database("referral").cdc().orElseThrow());
    }

    /** The keys of the identities, as the running service has them. */
    public static Rows ofKeys() throws SQLException {
        return open(
                "referral_keys",
                LocalServers.platform().database("referral_keys").service());
    }

    /** Whom nothing stops: what an attacker with the database in hand could do. */
    public static Rows asSuperuser(String database) throws SQLException {
        var url = LocalServers.platform().database(database).jdbcUrl();
        return new Rows(DriverManager.getConnection(url, "postgres", ""));
    }

    private static Rows open(String database, Credentials role) throws SQLException {
        return new Rows(Logins.as(role, LocalServers.platform().database(database)));
    }

    public Rows seeingAs(String organisations) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.orgs', ?, false)")) {
            statement.setString(1, organisations);
            statement.execute();
        }
        return this;
    }

    public List<Map<String, String>> select(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = statement.executeQuery();
            var rows = new ArrayList<Map<String, String>>();
            while (found.next()) {
                var row = new LinkedHashMap<String, String>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
