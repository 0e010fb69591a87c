package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.postgres.bulk.Batches;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Per-referral keys, wrapped, in their own database. A key is stored before the referral it is for: a key without a
 * referral harms nobody, a referral without a key would be unreadable.
 */
@ApplicationScoped
class PostgresIdentityKeys implements IdentityKeys {
    private record WrappedKey(UUID referralId, String masterKeyId, byte[] wrapped) {}

    private static final BulkInsert<WrappedKey> INSERT = BulkInsert.<WrappedKey>into("referral_key")
            .uuid("referral_id", WrappedKey::referralId)
            .text("master_key_id", WrappedKey::masterKeyId)
            .bytes("wrapped", WrappedKey::wrapped);

    private final Pool pool;
    private final MasterKeys masters;
    private final Batches<WrappedKey, UUID> storing;

    PostgresIdentityKeys(@ReactiveDataSource("keys") Pool pool, MasterKeys masters, Vertx vertx) {
        this.pool = pool;
        this.masters = masters;
        this.storing = Batches.on(vertx, this::store);
    }

    @Override
    public Uni<IdentitySeal> create(UUID referralId) {
        var key = IdentitySeal.newKey();
        return storing.add(new WrappedKey(referralId, masters.currentId(), masters.wrap(referralId, key)))
                .replaceWith(new IdentitySeal(key, referralId));
    }

    private Uni<List<UUID>> store(List<WrappedKey> keys) {
        return INSERT.run(pool, keys)
                .replaceWith(keys.stream().map(WrappedKey::referralId).toList());
    }

    @Override
    public Uni<IdentitySeal> of(UUID referralId) {
        return pool.preparedQuery("select master_key_id, wrapped from referral_key where referral_id = $1")
                .execute(Tuple.of(referralId))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Refused.because("IDENTITY_ERASED");
                    }
                    var row = rows.iterator().next();
                    var wrapped = row.getBuffer("wrapped").getBytes();
                    return new IdentitySeal(
                            masters.unwrap(row.getString("master_key_id"), referralId, wrapped), referralId);
                });
    }

    @Override
    public Uni<Map<UUID, Optional<IdentitySeal>>> ofAll(Collection<UUID> referralIds) {
        return pool.preparedQuery(
                        "select referral_id, master_key_id, wrapped from referral_key where referral_id = any($1)")
                .execute(Tuple.of(referralIds.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("referral_id"), this::unwrapped)));
    }

    private Optional<IdentitySeal> unwrapped(Row row) {
        UUID referralId = row.getUUID("referral_id");
        try {
            var wrapped = row.getBuffer("wrapped").getBytes();
            return Optional.of(
                    new IdentitySeal(masters.unwrap(row.getString("master_key_id"), referralId, wrapped), referralId));
        } catch (IdentityAltered e) {
            return Optional.empty();
        }
    }

    @Override
    public Uni<Boolean> kept(UUID referralId) {
        return pool.preparedQuery("select 1 from referral_key where referral_id = $1")
                .execute(Tuple.of(referralId))
                .map(rows -> rows.size() > 0);
    }
}
