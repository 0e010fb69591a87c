package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pairs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Pairs over plain statements. The platform looks: hashes of numbers are shown to nobody, and who may ask was asked before. */
@ApplicationScoped
class PostgresPairs implements Pairs {
    private final Pool pool;

    PostgresPairs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page> list(Query query) {
        var after = query.after();
        var statement = query.settled() ? KnownPairs.settled(after != null) : KnownPairs.waiting(after != null);
        var asked = Tuple.of(query.limit() + 1);
        if (after != null) {
            asked.addValue(after.at().atOffset(ZoneOffset.UTC))
                    .addValue(after.one())
                    .addValue(after.other());
        }
        return found(statement, asked).map(pairs -> page(pairs, query));
    }

    private static Page page(List<Pair> found, Query query) {
        var shown = found.stream().limit(query.limit()).toList();
        return new Page(
                shown, found.size() > query.limit() ? place(shown.get(shown.size() - 1), query.settled()) : null);
    }

    private static Place place(Pair last, boolean settled) {
        Instant at = settled ? last.last().at() : last.since();
        return new Place(at, last.one().id(), last.other().id());
    }

    @Override
    public Uni<List<Pair>> of(UUID referral) {
        return found(KnownPairs.of(), Tuple.of(referral));
    }

    private Uni<List<Pair>> found(String statement, Tuple asked) {
        return pool.withTransaction(transaction -> transaction
                .query("select set_config('app.orgs', 'platform', true)")
                .execute()
                .chain(() -> transaction.preparedQuery(statement).execute(asked))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PairOfRow::read)
                        .toList()));
    }
}
