package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentityAltered;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The stored keys that another master key than the current one has wrapped, and how a batch of them is wrapped anew. */
@ApplicationScoped
class WrappedKeys {
    private static final Logger LOG = Logger.getLogger(WrappedKeys.class);
    private static final int BATCH = 200;

    private final Pool pool;
    private final MasterKeys masters;

    WrappedKeys(@ReactiveDataSource("keys") Pool pool, MasterKeys masters) {
        this.pool = pool;
        this.masters = masters;
    }

    /**
     * What one batch did.
     *
     * @param last where the next one goes on; null when there is nothing left after it
     */
    record Moved(int count, UUID last) {}

    Uni<Long> remaining() {
        return pool.preparedQuery("select count(*) from referral_key where master_key_id <> $1")
                .execute(Tuple.of(masters.currentId()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Rows that another replica is moving at this moment are left to it. */
    Uni<Moved> moveAfter(UUID last) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select referral_id, master_key_id, wrapped from referral_key where referral_id > $1"
                        + " and master_key_id <> $2 order by referral_id limit $3 for update skip locked")
                .execute(Tuple.of(last, masters.currentId(), BATCH))
                .chain(rows -> move(connection, rows)));
    }

    private Uni<Moved> move(SqlConnection connection, RowSet<Row> rows) {
        var ids = new ArrayList<UUID>();
        var wrapped = new ArrayList<Buffer>();
        UUID last = null;
        for (var row : rows) {
            last = row.getUUID("referral_id");
            var anew = wrappedAnew(row);
            if (anew != null) {
                ids.add(last);
                wrapped.add(anew);
            }
        }
        var moved = new Moved(ids.size(), last);
        return connection
                .preparedQuery("update referral_key k set wrapped = n.wrapped, master_key_id = $1"
                        + " from unnest($2::uuid[], $3::bytea[]) as n(id, wrapped) where k.referral_id = n.id")
                .execute(Tuple.of(masters.currentId(), ids.toArray(UUID[]::new), wrapped.toArray(Buffer[]::new)))
                .replaceWith(moved);
    }

    /** A key that does not open stays as it is: reading that identity says so, and no other has to wait for it. */
    private Buffer wrappedAnew(Row row) {
        UUID referral = row.getUUID("referral_id");
        try {
            var secret = masters.unwrap(
                    row.getString("master_key_id"),
                    referral,
                    row.getBuffer("wrapped").getBytes());
            return Buffer.buffer(masters.wrap(referral, secret));
        } catch (IdentityAltered e) {
            LOG.errorf("The key of referral %s does not open and was not wrapped anew", referral);
            return null;
        }
    }
}
