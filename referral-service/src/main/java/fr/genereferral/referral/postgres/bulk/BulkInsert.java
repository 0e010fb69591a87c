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
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One statement for many rows of one table: {@code insert into t (a, b) select * from unnest($1::uuid[], $2::text[])}.
 * The text depends on the table alone, so that it is prepared once, whatever the number of rows.
 */
public final class BulkInsert<R> {
    private record Column<R>(String name, String type, IntFunction<Object[]> array, Function<R, Object> value) {
        Object[] of(List<R> rows) {
            return rows.stream().map(value).toArray(array);
        }

        String[] texts(List<R> rows) {
            return rows.stream().map(value).map(Column::text).toArray(String[]::new);
        }

        private static String text(Object value) {
            if (value instanceof Buffer bytes) {
                return Base64.getEncoder().encodeToString(bytes.getBytes());
            }
            return value == null ? null : value.toString();
        }

        String read() {
            return type.equals("bytea") ? "decode(" + name + ", 'base64')" : "cast(" + name + " as " + type + ")";
        }
    }

    private final String table;
    private final List<Column<R>> columns = new ArrayList<>();
    private String ending = "";
    private String sql;
    private String sqlOfTexts;

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
        sqlOfTexts = null;
        return this;
    }

    /** What follows the selected rows: their order, what happens to conflicts, what is returned. */
    public BulkInsert<R> ending(String text) {
        ending = " " + text;
        sql = null;
        sqlOfTexts = null;
        return this;
    }

    /**
     * The same in a session's transaction, where Hibernate knows no array but of texts: the database reads each value from
     * its text. Writes the session's own changes first.
     */
    public Uni<Void> run(Mutiny.Session session, List<R> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var insert = session.createNativeQuery(sqlOfTexts());
        columns.forEach(column -> insert.setParameter(column.name(), column.texts(rows)));
        return insert.executeUpdate().replaceWithVoid();
    }

    public Uni<RowSet<Row>> run(SqlClient client, List<R> rows) {
        var arrays = Tuple.tuple();
        columns.forEach(column -> arrays.addValue(column.of(rows)));
        return client.preparedQuery(sql()).execute(arrays);
    }

    private String sqlOfTexts() {
        if (sqlOfTexts == null) {
            var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
            var read = columns.stream().map(Column::read).collect(Collectors.joining(", "));
            var arrays = columns.stream()
                    .map(column -> "cast(:" + column.name() + " as text[])")
                    .collect(Collectors.joining(", "));
            sqlOfTexts = "insert into " + table + " (" + names + ") select " + read + " from unnest(" + arrays
                    + ") as sent(" + names + ")" + ending;
        }
        return sqlOfTexts;
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
