package fr.genereferral.eligibility;

import fr.genereferral.local.Credentials;
import fr.genereferral.local.Logins;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database beside the service, as the role that a test names. */
public final class Books {
    private Books() {}

    /** What the service's own role sees when it speaks for the platform. */
    public static List<String> read(String sql) {
        return as("platform", sql);
    }

    /** What the service's own role sees when it speaks for an organisation; null speaks for nobody. */
    public static List<String> as(String organisations, String sql) {
        try (var connection = open(LocalServers.database().service())) {
            if (organisations != null) {
                try (var speak = connection.prepareStatement("select set_config('app.orgs', ?, false)")) {
                    speak.setString(1, organisations);
                    speak.execute();
                }
            }
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " " + e.getMessage(), e);
        }
    }

    /** What another role sees that speaks for nobody. */
    public static List<String> as(Credentials role, String sql) {
        try (var connection = open(role)) {
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + " " + e.getMessage(), e);
        }
    }

    private static Connection open(Credentials role) throws SQLException {
        return Logins.as(role, LocalServers.database());
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var found = new ArrayList<String>();
            if (!statement.execute(sql)) {
                return found;
            }
            var rows = statement.getResultSet();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
