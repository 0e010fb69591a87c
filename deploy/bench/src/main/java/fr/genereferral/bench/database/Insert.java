package fr.genereferral.bench.database;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of one table in one prepared statement. */
record Insert(String sql, List<StoredRow> rows) {
    static Insert into(String table, List<StoredRow> rows) {
        var columns = rows.get(0).columns();
        var width = columns.size();
        var values = IntStream.range(0, rows.size())
                .mapToObj(row -> IntStream.rangeClosed(1, width)
                        .mapToObj(column -> "$" + (row * width + column))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        return new Insert(
                "insert into baseline.%s (%s) values %s".formatted(table, String.join(", ", columns), values), rows);
    }

    Future<Void> send(PgConnection connection, UUID referral, UUID original) {
        var values = Tuple.tuple();
        rows.forEach(row -> row.as(referral, original).forEach(values::addValue));
        return connection.preparedQuery(sql).execute(values).mapEmpty();
    }
}
