package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdentityAltered;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Refuses to start with master keys that do not open what is stored: the service would store what nobody can read
 * together with what was there before.
 */
@ApplicationScoped
class KeysAtStart {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** One altered row must not keep the service from starting: any of these that opens proves the master key. */
    private static final int SAMPLE = 20;

    private final Pool pool;
    private final MasterKeys masters;
    private final HashKey hashes;
    private final Rewrapping rewrapping;

    KeysAtStart(@ReactiveDataSource("keys") Pool pool, MasterKeys masters, HashKey hashes, Rewrapping rewrapping) {
        this.pool = pool;
        this.masters = masters;
        this.hashes = hashes;
        this.rewrapping = rewrapping;
    }

    void check(@Observes @Priority(1) StartupEvent starting) {
        var used = pool.query(
                        "select distinct master_key_id from referral_key union select master_key_id from hash_key")
                .execute()
                .await()
                .atMost(PATIENCE);
        used.forEach(row -> check(row.getString(0)));
        try {
            hashes.load().await().atMost(PATIENCE);
        } catch (IdentityAltered e) {
            throw new ConfigurationException("the master key is not the one that the stored hash key was wrapped with");
        }
        rewrapping.begin();
    }

    private void check(String masterKeyId) {
        if (!masters.ids().contains(masterKeyId)) {
            throw new ConfigurationException(
                    "stored keys are wrapped with master key %s, which is in neither REFERRAL_MASTER_KEY nor REFERRAL_OTHER_MASTER_KEYS"
                            .formatted(masterKeyId));
        }
        var sample = sample(masterKeyId);
        if (sample.size() > 0
                && StreamSupport.stream(sample.spliterator(), false).noneMatch(row -> opens(masterKeyId, row))) {
            throw new ConfigurationException(
                    "master key %s is not the one that the stored keys were wrapped with".formatted(masterKeyId));
        }
    }

    private RowSet<Row> sample(String masterKeyId) {
        return pool.preparedQuery("select referral_id, wrapped from referral_key where master_key_id = $1 limit $2")
                .execute(Tuple.of(masterKeyId, SAMPLE))
                .await()
                .atMost(PATIENCE);
    }

    private boolean opens(String masterKeyId, Row row) {
        try {
            UUID referral = row.getUUID("referral_id");
            return masters.unwrap(
                                    masterKeyId,
                                    referral,
                                    row.getBuffer("wrapped").getBytes())
                            .length
                    > 0;
        } catch (IdentityAltered e) {
            return false;
        }
    }
}
