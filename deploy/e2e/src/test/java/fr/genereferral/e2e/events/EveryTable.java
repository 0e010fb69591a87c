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
 * than an event, and what hubs are told: it follows from offers, and a clock numbers and sends it. Documents are tens of
 * kilobytes each and are not read: the transaction that wrote the row stands for them, for PostgreSQL keeps another one with
 * any write to it, even of the same bytes.
 */
final class EveryTable {
    private static final Set<String> BY_THE_CLOCK =
            Set.of("flyway_schema_history", "offer_reminder", "hub_notice", "hub_feed", "hub_mail", "reminder");
    private static final Set<String> DOCUMENTS = Set.of("document", "payload");
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
        var names = texts(connection, "select tablename from pg_tables where schemaname = 'public'");
        names.removeAll(BY_THE_CLOCK);
        return names;
    }

    private static String hash(Connection connection, String table) throws SQLException {
        var query = "select count(*) || ' rows, ' || md5(coalesce(string_agg(md5(t.whole::text), ',' order by"
                + " md5(t.whole::text)), ''))"
                + " from"
                + " (select"
                + " row(" + columns(connection, table) + ") as whole from " + table + ") t";
        return texts(connection, query).get(0);
    }

    private static String columns(Connection connection, String table) throws SQLException {
        var columns = texts(
                connection,
                "select column_name from information_schema.columns where table_name = '" + table
                        + "' and table_schema = 'public' order by ordinal_position");
        return columns.removeAll(DOCUMENTS) ? String.join(", ", columns) + ", xmin" : String.join(", ", columns);
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
