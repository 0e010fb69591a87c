package fr.genereferral.referral.postgres.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One statement for many rows of one table: {@code insert into t (a, b) select * from unnest($1::uuid[], $2::text[])}.
 * The text depends on the table alone, so that it is prepared once, whatever the number of rows.
 */
public final class BulkInsert<R> {
    private record Column<R>(String name, String type, IntFunction<Object[]> array, Function<R, Object> value) {
        Object[] of(List<R> rows) {
            return rows.stream().map(value).toArray(array);
        }
    }

    private final String table;
    private final List<Column<R>> columns = new ArrayList<>();
    private String ending = "";
    private String sql;

    private BulkInsert(String table) {
        this.table = table;
    }

    public static <R> BulkInsert<R> into(String table) {
        return new BulkInsert<>(table);
    }

    public BulkInsert<R> uuid(String name, Function<R, UUID> value) {
        return column(name, "uuid", UUID[]::new, value::apply);
    }

    public BulkInsert<R> text(String name, Function<R, String> value) {
        return column(name, "text", String[]::new, value::apply);
    }

    public BulkInsert<R> integer(String name, Function<R, Integer> value) {
        return column(name, "int", Integer[]::new, value::apply);
    }

    public BulkInsert<R> bigint(String name, Function<R, Long> value) {
        return column(name, "bigint", Long[]::new, value::apply);
    }

    public BulkInsert<R> bool(String name, Function<R, Boolean> value) {
        return column(name, "boolean", Boolean[]::new, value::apply);
    }

    public BulkInsert<R> numeric(String name, Function<R, ? extends Number> value) {
        return column(name, "numeric", Number[]::new, value::apply);
    }

    public BulkInsert<R> date(String name, Function<R, LocalDate> value) {
        return column(name, "date", LocalDate[]::new, value::apply);
    }

    public BulkInsert<R> instant(String name, Function<R, Instant> value) {
        return column(name, "timestamptz", OffsetDateTime[]::new, row -> {
            var at = value.apply(row);
            return at == null ? null : at.atOffset(ZoneOffset.UTC);
        });
    }

    public BulkInsert<R> bytes(String name, Function<R, byte[]> value) {
        return column(name, "bytea", Buffer[]::new, row -> Buffer.buffer(value.apply(row)));
    }

    private BulkInsert<R> column(String name, String type, IntFunction<Object[]> array, Function<R, Object> value) {
        columns.add(new Column<>(name, type, array, value));
        sql = null;
        return this;
    }

    /** What follows the selected rows: their order, what happens to conflicts, what is returned. */
    public BulkInsert<R> ending(String text) {
        ending = " " + text;
        sql = null;
        return this;
    }

    public Uni<RowSet<Row>> run(SqlClient client, List<R> rows) {
        var arrays = Tuple.tuple();
        columns.forEach(column -> arrays.addValue(column.of(rows)));
        return client.preparedQuery(sql()).execute(arrays);
    }

    String sql() {
        if (sql == null) {
            var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
            var arrays = IntStream.range(0, columns.size())
                    .mapToObj(i -> "$" + (i + 1) + "::" + columns.get(i).type() + "[]")
                    .collect(Collectors.joining(", "));
            sql = "insert into " + table + " (" + names + ") select * from unnest(" + arrays + ")" + ending;
        }
        return sql;
    }
}
