package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.local.Database;
import fr.genereferral.local.Logins;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection in the service's own role, as somebody has it who has got hold of the service. */
final class Wall implements AutoCloseable {
    private final Connection connection;

    private Wall(Connection connection) {
        this.connection = connection;
    }

    static Wall of(String database) throws SQLException {
        var place = database(database);
        return new Wall(Logins.as(place.service(), place));
    }

    static Database database(String name) {
        return RunningSystem.system().platform().database(name);
    }

    /** From now on, for as long as the connection lasts. */
    Wall speakingFor(String organisations) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.orgs', ?, false)")) {
            statement.setString(1, organisations);
            statement.execute();
        }
        return this;
    }

    /** In one transaction, as the services do. */
    List<String> asOneTransaction(String organisations, String query) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select set_config('app.orgs', ?, true)")) {
            statement.setString(1, organisations);
            statement.execute();
            return texts(query);
        } finally {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    int count(String table) throws SQLException {
        return Integer.parseInt(texts("select count(*) from " + table).get(0));
    }

    List<String> texts(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    void run(String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
