package fr.genereferral.e2e.badinput;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.local.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What every table of every database holds: how many rows, and which transaction wrote the youngest, so that a changed row
 * shows like a new one.
 */
record RowCensus(Map<String, String> tables) {
    /**
     * What the consumers keep of the events they have read, the connectors' own pulse, and the audit: whoever asks for a
     * referral in a format or version that is not to be had has opened it all the same, and that leaves its line. And what
     * hubs are told: it follows from offers, reminders and keepers, which are counted;
     * a clock numbers and sends it later. Of what hospitals wait for, a clock reminds them.
     */
    private static final Set<String> NOT_COUNTED =
            Set.of("audit", "inbox_position", "inbox_parked", "hub_notice", "hub_feed", "hub_mail", "reminder");

    /** The mark with which a referral waits for the clock that plans its reminders, and which that clock takes away. */
    private static final String LEFT_TO_A_CLOCK = "reminding_unplanned";

    private static final String WRITTEN = "last written by ' || coalesce(max(xmin::text::bigint), 0)";
    private static final String HELD =
            "which hold ' || md5(string_agg((to_jsonb(t) - '" + LEFT_TO_A_CLOCK + "')::text, ' ' order by id))";

    static RowCensus taken() {
        var counted = new TreeMap<String, String>();
        for (var name : Database.NAMES) {
            var database = RunningSystem.system().platform().database(name);
            try (var connection = DriverManager.getConnection(
                    database.jdbcUrl(),
                    database.owner().user(),
                    database.owner().password())) {
                // What the row-level policies understand as: everything.
                connection.createStatement().execute("select set_config('app.orgs', 'platform', false)");
                for (var table : tables(connection)) {
                    counted.put(name + "." + table, count(connection, table));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return new RowCensus(counted);
    }

    long rows(String table) {
        return Long.parseLong(tables.get(table).split(" ")[0]);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                if (!NOT_COUNTED.contains(rows.getString(1))) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private static String count(Connection connection, String table) throws SQLException {
        var sql = "select count(*) || ' rows, " + (table.equals("referral") ? HELD : WRITTEN) + " from \"" + table
                + "\" t";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
