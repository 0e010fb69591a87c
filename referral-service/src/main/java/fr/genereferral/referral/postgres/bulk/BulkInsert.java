package fr.genereferral.referral.postgres.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.stream.Collectors;

/** Many new rows: {@code insert into t (a, b) select * from unnest($1::uuid[], $2::text[])}. */
public final class BulkInsert<R> extends BulkStatement<R, BulkInsert<R>> {
    private final String table;
    private String ending = "";

    private BulkInsert(String table) {
        this.table = table;
    }

    public static <R> BulkInsert<R> into(String table) {
        return new BulkInsert<>(table);
    }

    @Override
    BulkInsert<R> self() {
        return this;
    }

    /** What a conflict leaves out is its ending's business. */
    @Override
    void demand(int written, int rows) {}

    /** What follows the selected rows: their order, what happens to conflicts, what is returned. */
    public BulkInsert<R> ending(String text) {
        ending = " " + text;
        return this;
    }

    /** Without a session: arrays of what the columns are. */
    public Uni<RowSet<Row>> run(SqlClient client, List<R> rows) {
        return client.preparedQuery(sql()).execute(arrays(rows));
    }

    String sql() {
        return "insert into " + table + " (" + names() + ") select * from unnest(" + parameters() + ")" + ending;
    }

    @Override
    String sqlOf(String texts) {
        var read = columns().stream().map(Column::read).collect(Collectors.joining(", "));
        return "insert into " + table + " (" + names() + ") select " + read + " from " + texts + ending;
    }
}
