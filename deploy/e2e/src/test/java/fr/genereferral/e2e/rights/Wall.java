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
    /** Of an id; an organisation's is shorter. */
    private static final int LONGEST_NAME = 36;

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

    /** From now on, until the connection is given back, everything is read as it stands at the first look. */
    Wall still() throws SQLException {
        connection.setAutoCommit(false);
        run("set transaction isolation level repeatable read");
        return this;
    }

    /**
     * Rows in which nothing names what is somebody's own. One that always says which hub it is of is that hub's alone, whichever
     * offer it names.
     */
    int countOthers(String table, Belongings own) throws SQLException {
        var named = new StringBuilder("false");
        if (columns(table, "attname = 'hub_id' and attnotnull").isEmpty()) {
            columns(table, "atttypid = 'uuid'::regtype")
                    .forEach(column -> named.append(" or t." + column + " = any (own.ids)"));
        }
        // By its length first: whole documents are text as well, and would be unpacked to be compared.
        columns(table, "atttypid = 'text'::regtype")
                .forEach(column -> named.append(" or octet_length(t." + column + ") <= " + LONGEST_NAME + " and t."
                        + column + " = any (own.names)"));
        var query = "select count(*) from " + table + " t, (select ?::uuid[] as ids, array_prepend(?::text, ?::text[])"
                + " as names) own where (" + named + ") is not true";
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", own.ids().toArray(String[]::new)));
            statement.setString(2, own.organisation());
            statement.setArray(3, connection.createArrayOf("text", own.ids().toArray(String[]::new)));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private List<String> columns(String table, String which) throws SQLException {
        return texts("select quote_ident(attname) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and " + which);
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
