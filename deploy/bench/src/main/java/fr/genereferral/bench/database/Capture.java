package fr.genereferral.bench.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads back what acknowledged POSTs have left, in whatever tables: a table that intake writes tomorrow is in it too. */
final class Capture {
    private final Superuser database;

    Capture(Superuser database) {
        this.database = database;
    }

    List<StoredReferral> of(List<UUID> referrals) {
        var tables = new LinkedHashMap<String, List<StoredRow>>();
        for (var table : database.tables()) {
            var rows = database.query("select * from public." + table, Capture::row);
            if (!rows.isEmpty()) {
                tables.put(table, rows);
            }
        }
        return referrals.stream().map(id -> of(id, tables)).toList();
    }

    private static StoredReferral of(UUID id, Map<String, List<StoredRow>> tables) {
        var own = new LinkedHashMap<String, List<StoredRow>>();
        tables.forEach((table, rows) -> {
            var theirs = rows.stream().filter(row -> row.belongsTo(id)).toList();
            if (theirs.isEmpty()) {
                throw new IllegalStateException("Nothing of referral %s in %s".formatted(id, table));
            }
            own.put(table, theirs);
        });
        return new StoredReferral(id, own);
    }

    private static StoredRow row(ResultSet row) throws SQLException {
        var description = row.getMetaData();
        var columns = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var i = 1; i <= description.getColumnCount(); i++) {
            columns.add(description.getColumnName(i));
            values.add(Values.read(row, i, description.getColumnTypeName(i)));
        }
        return new StoredRow(columns, values);
    }
}
