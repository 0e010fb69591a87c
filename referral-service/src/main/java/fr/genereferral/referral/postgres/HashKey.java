package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.RequestHash;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One key for all hashes of requests, made at the very first start and stored wrapped, beside the identities' keys. */
@ApplicationScoped
class HashKey implements RequestHash {
    private static final String ALGORITHM = "HmacSHA256";
    /** What the wrapped key is bound to: no referral has this id. */
    private static final UUID PLACE = new UUID(0, 0);

    private final Pool pool;
    private final MasterKeys masters;
    private volatile SecretKeySpec key;

    HashKey(@ReactiveDataSource("keys") Pool pool, MasterKeys masters) {
        this.pool = pool;
        this.masters = masters;
    }

    /** Whoever comes first makes it; all others read what was made. Wraps it anew when the master key is another. */
    Uni<Void> load() {
        var made = Tuple.of(masters.currentId(), Buffer.buffer(masters.wrap(PLACE, IdentitySeal.newKey())));
        return pool.preparedQuery(
                        "insert into hash_key (master_key_id, wrapped) values ($1, $2) on conflict do nothing")
                .execute(made)
                .chain(() -> pool.query("select master_key_id, wrapped from hash_key")
                        .execute())
                .map(rows -> rows.iterator().next())
                .chain(this::take);
    }

    private Uni<Void> take(Row row) {
        var wrappedBy = row.getString("master_key_id");
        var secret = masters.unwrap(wrappedBy, PLACE, row.getBuffer("wrapped").getBytes());
        key = new SecretKeySpec(secret, ALGORITHM);
        if (wrappedBy.equals(masters.currentId())) {
            return Uni.createFrom().voidItem();
        }
        var anew = Tuple.of(masters.currentId(), Buffer.buffer(masters.wrap(PLACE, secret)));
        return pool.preparedQuery("update hash_key set master_key_id = $1, wrapped = $2")
                .execute(anew)
                .replaceWithVoid();
    }

    @Override
    public byte[] of(byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java runtime", e);
        }
    }
}
