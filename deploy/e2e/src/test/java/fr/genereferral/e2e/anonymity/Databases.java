package fr.genereferral.e2e.anonymity;

import fr.genereferral.local.Database;
import fr.genereferral.local.EmbeddedPlatform;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Every row of every table of every database, as the superuser sees it. */
record Databases(EmbeddedPlatform platform) {
    private static final String TABLES = "select format('%I.%I', schemaname, tablename) from pg_tables"
            + " where schemaname not in ('pg_catalog', 'information_schema') order by 1";

    /** @param spared tables, as {@code referral.public.dossier} */
    List<Found> searched(Search search, Set<String> spared) throws SQLException {
        var found = new ArrayList<Found>();
        for (var database : Database.NAMES) {
            try (var connection = open(database)) {
                for (var table : column(connection, TABLES)) {
                    var name = database + "." + table;
                    if (!spared.contains(name)) {
                        column(connection, "select t::text from " + table + " t")
                                .forEach(row -> search.in(row).forEach(shape -> found.add(new Found(name, shape))));
                        inflated(connection, table)
                                .forEach(text -> search.in(text).forEach(shape -> found.add(new Found(name, shape))));
                    }
                }
            }
        }
        return found;
    }

    /** What a table keeps deflated, as it was before. */
    private static List<byte[]> inflated(Connection connection, String table) throws SQLException {
        var texts = new ArrayList<byte[]>();
        if (table.equals("public.outbox")) {
            column(connection, "select payload from outbox").stream()
                    .map(payload -> Packed.inflatedFrom(payload.getBytes(StandardCharsets.UTF_8)))
                    .filter(Objects::nonNull)
                    .forEach(texts::add);
        }
        var columns = column(
                connection,
                "select attname from pg_attribute where attrelid = '" + table
                        + "'::regclass and atttypid = 'bytea'::regtype and attnum > 0 and not attisdropped");
        for (var name : columns) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select " + name + " from " + table)) {
                while (rows.next()) {
                    Packed.inflated(rows.getBytes(1)).ifPresent(texts::add);
                }
            }
        }
        return texts;
    }

    Connection open(String database) throws SQLException {
        return DriverManager.getConnection(platform.database(database).jdbcUrl(), "postgres", "");
    }

    void run(String database, String sql) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> select(String database, String sql) throws SQLException {
        try (var connection = open(database)) {
            return column(connection, sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }
}
