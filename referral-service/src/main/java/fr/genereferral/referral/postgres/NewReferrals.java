package fr.genereferral.referral.postgres;

import fr.genereferral.referral.CaseTaken;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.postgres.bulk.Batches;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes new referrals, those that come at the same time in one transaction: one statement a table, one commit for all.
 */
@ApplicationScoped
class NewReferrals {
    static final BulkInsert<NewRows> REFERRAL = SentRows.columns(BulkInsert.<NewRows>into("referral")
                    .uuid("id", rows -> rows.referral().id())
                    .text("reference", rows -> rows.referral().reference())
                    .text("organisation", NewRows::organisation)
                    .bool("stopping", rows -> rows.referral().stopping()))
            .text("verdicts", rows -> JsonColumn.write(rows.referral().verdicts()))
            .integer("routing", rows -> rows.referral().routing())
            .text("offers", rows -> JsonColumn.write(rows.referral().offers()));

    private final Pool pool;
    private final Claims claims;
    private final SentRows sent;
    private final Batches<NewRows, Optional<Claim>> writing;
    private final Batches<IdempotencyKey, Optional<Claim>> asking;

    NewReferrals(Pool pool, Claims claims, SentRows sent, Vertx vertx) {
        this.pool = pool;
        this.claims = claims;
        this.sent = sent;
        this.writing = Batches.on(vertx, this::write);
        this.asking = Batches.on(vertx, this::earlier);
    }

    /** @return the id under which it is kept: that of the first request when this one repeats it */
    Uni<UUID> store(NewRows rows) {
        return writing.add(rows)
                .onFailure(OpenCases::isTaken)
                .transform(taken -> new CaseTaken())
                .map(claim -> claim.orElseThrow(() -> Refused.because("IDEMPOTENCY_KEY_IN_USE")))
                .map(claim -> claim.referralId(rows.key()));
    }

    Uni<Optional<UUID>> storedUnder(IdempotencyKey key) {
        return asking.add(key).map(claim -> claim.map(first -> first.referralId(key)));
    }

    private Uni<List<Optional<Claim>>> earlier(List<IdempotencyKey> keys) {
        return claims.find(pool, keys).map(found -> IntStream.range(0, keys.size())
                .mapToObj(n -> Optional.ofNullable(found.get(n)))
                .toList());
    }

    /** All or none; who has each key is answered in the order of the rows. */
    Uni<List<Optional<Claim>>> write(List<NewRows> batch) {
        return pool.withTransaction(transaction -> speakFor(transaction, batch)
                .chain(() -> claims.take(transaction, batch))
                .call(taken -> insert(
                        transaction,
                        batch.stream()
                                .filter(rows ->
                                        isFirst(rows, taken.get(rows.referral().id())))
                                .toList()))
                .map(taken -> batch.stream()
                        .map(rows ->
                                Optional.ofNullable(taken.get(rows.referral().id())))
                        .toList()));
    }

    private static boolean isFirst(NewRows rows, Claim claim) {
        return claim != null && claim.referralId().equals(rows.referral().id());
    }

    /** The row-level policies let this transaction write for these organisations and no other. */
    private static Uni<Void> speakFor(SqlClient transaction, List<NewRows> batch) {
        var organisations = batch.stream().map(NewRows::organisation).distinct().collect(Collectors.joining(","));
        return transaction
                .preparedQuery("select set_config('app.orgs', $1, true)")
                .execute(Tuple.of(organisations))
                .replaceWithVoid();
    }

    /** Access first: the policies of the other tables ask for it. */
    private Uni<Void> insert(SqlClient transaction, List<NewRows> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return AccessRow.INSERT
                .run(transaction, SentRows.all(batch, NewRows::accessRows))
                .chain(() -> Uni.join()
                        .all(REFERRAL.run(transaction, batch).replaceWithVoid(), sent.beside(transaction, batch))
                        .andFailFast())
                .chain(() -> sent.last(transaction, batch));
    }
}
