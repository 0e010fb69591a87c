package fr.genereferral.referral.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Statements of the platform, in a transaction of their own. None takes for ever: the database ends it, and where that does not
 * answer either, whoever waits for it goes on without.
 */
@ApplicationScoped
class PlainStatements {
    /** Sooner than whoever waits gives up: what the database itself ends leaves a connection that can be used again. */
    private static final String BEGIN =
            "select set_config('app.orgs', 'platform', true), set_config('statement_timeout', '20s', true)";

    private static final Duration LIMIT = Duration.ofSeconds(60);

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
        return together(transaction -> transaction.preparedQuery(statement).execute(values));
    }

    /** All or nothing. */
    <T> Uni<T> together(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(
                        transaction -> transaction.query(BEGIN).execute().chain(() -> work.apply(transaction)))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }
}
