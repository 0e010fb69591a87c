package fr.genereferral.referral.postgres.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One statement for many rows of one table. The text depends on the table alone, so that it is prepared once, whatever the
 * number of rows.
 *
 * @param <R> what a row is made of
 * @param <S> the statement itself
 */
public abstract class BulkStatement<R, S extends BulkStatement<R, S>> {
    private final List<Column<R>> columns = new ArrayList<>();

    abstract S self();

    /** @param texts the rows as the database is to read them: {@code unnest(…) as sent(…)} */
    abstract String sqlOf(String texts);

    List<Column<R>> columns() {
        return columns;
    }

    public S uuid(String name, Function<R, UUID> value) {
        return column(name, "uuid", UUID[]::new, value::apply);
    }

    public S text(String name, Function<R, String> value) {
        return column(name, "text", String[]::new, value::apply);
    }

    public S integer(String name, Function<R, Integer> value) {
        return column(name, "int", Integer[]::new, value::apply);
    }

    public S bigint(String name, Function<R, Long> value) {
        return column(name, "bigint", Long[]::new, value::apply);
    }

    public S bool(String name, Function<R, Boolean> value) {
        return column(name, "boolean", Boolean[]::new, value::apply);
    }

    public S numeric(String name, Function<R, ? extends Number> value) {
        return column(name, "numeric", Number[]::new, value::apply);
    }

    public S date(String name, Function<R, LocalDate> value) {
        return column(name, "date", LocalDate[]::new, value::apply);
    }

    public S instant(String name, Function<R, Instant> value) {
        return column(name, "timestamptz", OffsetDateTime[]::new, row -> {
            var at = value.apply(row);
            return at == null ? null : at.atOffset(ZoneOffset.UTC);
        });
    }

    public S bytes(String name, Function<R, byte[]> value) {
        return column(name, "bytea", Buffer[]::new, row -> Buffer.buffer(value.apply(row)));
    }

    private S column(String name, String type, IntFunction<Object[]> array, Function<R, Object> value) {
        columns.add(new Column<>(name, type, array, value));
        return self();
    }

    /** Without a session: arrays of what the columns are. */
    Tuple arrays(List<R> rows) {
        var arrays = Tuple.tuple();
        columns.forEach(column -> arrays.addValue(column.of(rows)));
        return arrays;
    }

    /** As {@code unnest} takes them. */
    String parameters() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + columns.get(i).type() + "[]")
                .collect(Collectors.joining(", "));
    }

    /** @throws IllegalStateException when this many rows cannot be right */
    abstract void demand(int written, int rows);

    /** In a session's transaction, where Hibernate knows no array but of texts: the database reads each value from its text. */
    public Uni<Void> run(Mutiny.Session session, List<R> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var statement = session.createNativeQuery(sqlOf(texts()));
        columns.forEach(column -> statement.setParameter(column.name(), column.texts(rows)));
        return statement
                .executeUpdate()
                .invoke(written -> demand(written, rows.size()))
                .replaceWithVoid();
    }

    private String texts() {
        return columns.stream()
                .map(column -> "cast(:" + column.name() + " as text[])")
                .collect(Collectors.joining(", ", "unnest(", ") as sent(" + names() + ")"));
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    String names() {
        return String.join(", ", columnNames());
    }
}
