package fr.genereferral.referral.postgres.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What many rows have become: {@code update t set b = … from unnest(…) where t.a = …}, the first column being the key. The
 * keys are named twice: by the join alone, a table with row-level security is read whole, and its policy asked of each row.
 */
public final class BulkUpdate<R> extends BulkStatement<R, BulkUpdate<R>> {
    private final String table;
    private String condition = "";

    private BulkUpdate(String table) {
        this.table = table;
    }

    public static <R> BulkUpdate<R> of(String table) {
        return new BulkUpdate<>(table);
    }

    @Override
    BulkUpdate<R> self() {
        return this;
    }

    /** @param holds of {@code kept}; other rows stay as they are */
    public BulkUpdate<R> where(String holds) {
        condition = " and " + holds;
        return this;
    }

    /**
     * Without a session.
     *
     * @return how many rows were written
     */
    public Uni<Integer> run(SqlClient client, List<R> rows) {
        return client.preparedQuery(sql()).execute(arrays(rows)).map(RowSet::rowCount);
    }

    String sql() {
        var key = columns().get(0).name();
        var changed = columns().stream()
                .skip(1)
                .map(column -> column.name() + " = sent." + column.name())
                .collect(Collectors.joining(", "));
        return "update " + table + " kept set " + changed + " from unnest(" + parameters() + ") as sent(" + names()
                + ") where kept." + key + " = sent." + key + " and kept." + key + " = any($1)" + condition;
    }

    /** A row that is gone, or that a policy hides, would lose its change without a word. */
    @Override
    void demand(int written, int rows) {
        if (written != rows) {
            throw new IllegalStateException(written + " rows written of " + rows);
        }
    }

    @Override
    String sqlOf(String texts) {
        var key = columns().get(0);
        var changed = columns().stream()
                .skip(1)
                .map(column -> column.name() + " = " + column.read())
                .collect(Collectors.joining(", "));
        return "update " + table + " kept set " + changed + " from " + texts + " where kept." + key.name() + " = "
                + key.read() + " and kept." + key.name() + " = any(cast(cast(:" + key.name() + " as text[]) as "
                + key.type() + "[]))" + condition;
    }
}
