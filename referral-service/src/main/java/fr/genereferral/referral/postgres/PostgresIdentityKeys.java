package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Refused;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Per-referral keys, wrapped, in their own database. A key is stored before the referral it is for: a key without a
 * referral harms nobody, a referral without a key would be unreadable.
 */
@ApplicationScoped
class PostgresIdentityKeys implements IdentityKeys {
    private final Pool pool;
    private final MasterKeys masters;

    PostgresIdentityKeys(@ReactiveDataSource("keys") Pool pool, MasterKeys masters) {
        this.pool = pool;
        this.masters = masters;
    }

    @Override
    public Uni<IdentitySeal> create(UUID referralId) {
        var key = IdentitySeal.newKey();
        return pool.preparedQuery("insert into referral_key (referral_id, master_key_id, wrapped) values ($1, $2, $3)")
                .execute(Tuple.of(referralId, masters.currentId(), Buffer.buffer(masters.wrap(referralId, key))))
                .replaceWith(new IdentitySeal(key, referralId));
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
}
