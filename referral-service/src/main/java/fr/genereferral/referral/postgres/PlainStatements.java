package fr.genereferral.referral.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** One statement in a transaction of its own, as the platform. */
@ApplicationScoped
class PlainStatements {
    private final Pool pool;

    PlainStatements(Pool pool) {
        this.pool = pool;
    }

    /** @return how many rows it has changed */
    Uni<Integer> change(String statement, Tuple values) {
        return run(statement, values).map(RowSet::rowCount);
    }

    <T> Uni<List<T>> read(String statement, Tuple values, Function<Row, T> read) {
        return run(statement, values).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(read)
                .toList());
    }

    private Uni<RowSet<Row>> run(String statement, Tuple values) {
        return pool.withTransaction(transaction -> transaction
                .query("select set_config('app.orgs', 'platform', true)")
                .execute()
                .chain(() -> transaction.preparedQuery(statement).execute(values)));
    }
}
