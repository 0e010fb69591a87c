package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Which request was the first with its key; forgotten after a day. The key belongs to the organisation. While another
 * transaction holds a key, whoever wants it waits for that one's commit: a matter of one batch.
 */
@ApplicationScoped
class Claims {
    /** In the order of the keys: two batches with the same ones wait for each other on one side only. */
    private static final BulkInsert<NewRows> INSERT = BulkInsert.<NewRows>into("idempotency")
            .text("organisation", rows -> rows.key().organisation())
            .text("key", rows -> rows.key().key())
            .bytes("body_hash", rows -> rows.key().bodyHash())
            .uuid("referral_id", rows -> rows.referral().id())
            .instant("created_at", NewRows::at)
            .ending("order by 1, 2 on conflict do nothing returning referral_id");

    /** The limit keeps the look-up by index, however small the table was when the statement was planned. */
    private static final String FIND = """
            select wanted.n, found.body_hash, found.referral_id
            from unnest($1::text[], $2::text[]) with ordinality as wanted (organisation, key, n)
            cross join lateral (
                select i.body_hash, i.referral_id from idempotency i
                where i.organisation = wanted.organisation and i.key = wanted.key and i.created_at >= $3
                limit 1) as found
            """;

    private static final String FORGET = """
            delete from idempotency i using unnest($1::text[], $2::text[]) as old (organisation, key)
            where i.organisation = old.organisation and i.key = old.key and i.created_at < $3
            """;

    private final Clock clock;

    Claims(Clock clock) {
        this.clock = clock;
    }

    /** @return by position, for those keys that somebody has used */
    Uni<Map<Integer, Claim>> find(SqlClient client, List<IdempotencyKey> keys) {
        return client.preparedQuery(FIND).execute(parameters(keys)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getInteger("n") - 1, Claims::claim)));
    }

    /**
     * Claims each key for its referral unless somebody was first.
     *
     * @return by the referral that wanted the key, who has it now
     */
    Uni<Map<UUID, Claim>> take(SqlClient transaction, List<NewRows> wanting) {
        return insert(transaction, wanting).chain(taken -> {
            var lost = without(wanting, taken.keySet());
            return lost.isEmpty() ? Uni.createFrom().item(taken) : first(transaction, lost, taken);
        });
    }

    private Uni<Map<UUID, Claim>> first(SqlClient transaction, List<NewRows> lost, Map<UUID, Claim> taken) {
        return find(transaction, keys(lost)).chain(found -> {
            found.forEach((n, claim) -> taken.put(lost.get(n).referral().id(), claim));
            var outdated = without(lost, taken.keySet());
            return outdated.isEmpty() ? Uni.createFrom().item(taken) : renewed(transaction, outdated, taken);
        });
    }

    private Uni<Map<UUID, Claim>> renewed(SqlClient transaction, List<NewRows> outdated, Map<UUID, Claim> taken) {
        return transaction
                .preparedQuery(FORGET)
                .execute(parameters(keys(outdated)))
                .chain(() -> insert(transaction, outdated))
                .invoke(taken::putAll)
                .replaceWith(taken);
    }

    private static Uni<Map<UUID, Claim>> insert(SqlClient transaction, List<NewRows> wanting) {
        return INSERT.run(transaction, wanting).map(rows -> {
            var won = new HashSet<UUID>();
            rows.forEach(row -> won.add(row.getUUID("referral_id")));
            var taken = new HashMap<UUID, Claim>();
            wanting.stream()
                    .filter(rows1 -> won.contains(rows1.referral().id()))
                    .forEach(winner -> taken.put(winner.referral().id(), winner.claim()));
            return taken;
        });
    }

    private static List<NewRows> without(List<NewRows> all, Set<UUID> referrals) {
        return all.stream()
                .filter(rows -> !referrals.contains(rows.referral().id()))
                .toList();
    }

    private static List<IdempotencyKey> keys(List<NewRows> rows) {
        return rows.stream().map(NewRows::key).toList();
    }

    private Tuple parameters(List<IdempotencyKey> keys) {
        return Tuple.of(
                keys.stream().map(IdempotencyKey::organisation).toArray(String[]::new),
                keys.stream().map(IdempotencyKey::key).toArray(String[]::new),
                oldest());
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(IdempotencyKey.LIFE).atOffset(ZoneOffset.UTC);
    }

    private static Claim claim(Row row) {
        return new Claim(row.getBuffer("body_hash").getBytes(), row.getUUID("referral_id"));
    }
}
