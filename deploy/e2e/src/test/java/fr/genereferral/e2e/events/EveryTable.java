package fr.genereferral.e2e.events;

import fr.genereferral.local.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The state of the three services, to the byte: a hash of every table. Left out are the rows that a clock writes rather
 * than an event.
 */
final class EveryTable {
    private static final Set<String> BY_THE_CLOCK = Set.of("heartbeat", "flyway_schema_history");
    private static final List<String> DATABASES = List.of("referral", "eligibility", "hub_directory");

    private EveryTable() {}

    /** By database and table. */
    static Map<String, String> hashes(LocalSystem system) {
        var hashes = new TreeMap<String, String>();
        for (var database : DATABASES) {
            var url = system.platform().database(database).jdbcUrl();
            try (var connection = DriverManager.getConnection(url, "postgres", "")) {
                for (var table : tables(connection)) {
                    hashes.put(database + "." + table, hash(connection, table));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("cannot read " + database, e);
            }
        }
        return hashes;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            names.removeAll(BY_THE_CLOCK);
            return names;
        }
    }

    private static String hash(Connection connection, String table) throws SQLException {
        var query =
                "select count(*) || ' rows, ' || md5(coalesce(string_agg(md5(t::text), ',' order by md5(t::text)), ''))"
                        + " from " + table + " t";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
