package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The running service's key is k(0); what the tests wrap with another they wrap back. */
@ServiceTest
class WrappedKeysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SERVICES = Configured.key("test", 0);
    private static final String NEXT = Configured.key("next", 7);
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    @ReactiveDataSource("keys")
    Pool pool;

    @Inject
    Vertx vertx;

    @AfterEach
    void wrapBack() {
        everything(moving(SERVICES, NEXT));
    }

    @Test
    void areAllMovedByTwoReplicasAtOnceAndEachOpensWithTheNewKey() {
        var before = new PostgresIdentityKeys(pool, Configured.keys(SERVICES, NEXT), vertx);
        var names = new ArrayList<UUID>();
        var ciphertexts = new ArrayList<byte[]>();
        for (var i = 0; i < 450; i++) {
            var referral = UUID.randomUUID();
            names.add(referral);
            ciphertexts.add(before.create(referral).await().atMost(PATIENCE).seal("familyName", new byte[] {1}));
        }

        var first = walk(moving(NEXT, SERVICES), FIRST);
        var second = walk(moving(NEXT, SERVICES), FIRST);
        Uni.join().all(first, second).andFailFast().await().atMost(PATIENCE);
        everything(moving(NEXT, SERVICES));

        assertEquals(0L, moving(NEXT, SERVICES).remaining().await().atMost(PATIENCE));
        var alone = new PostgresIdentityKeys(pool, Configured.keys(NEXT), vertx);
        for (var i = 0; i < names.size(); i++) {
            var seal = alone.of(names.get(i)).await().atMost(PATIENCE);
            assertArrayEquals(new byte[] {1}, seal.open("familyName", ciphertexts.get(i)));
        }
    }

    @Test
    void areReadByTheRunningServiceWhenTheyAreBack() {
        var journey = Journey.begun(Tokens.RENNES);
        everything(moving(NEXT, SERVICES));

        everything(moving(SERVICES, NEXT));

        journey.get("/identity").statusCode(200);
    }

    @Test
    void stayAsTheyAreWhenTheyDoNotOpen() throws SQLException {
        var broken = UUID.randomUUID();
        try (var superuser = Rows.asSuperuser("referral_keys")) {
            superuser.run("insert into referral_key (referral_id, master_key_id, wrapped) values ('" + broken
                    + "', 'test', '\\x00')");

            everything(moving(NEXT, SERVICES));

            assertEquals(1L, moving(NEXT, SERVICES).remaining().await().atMost(PATIENCE));
            superuser.run("delete from referral_key where referral_id = '" + broken + "'");
        }
    }

    @Test
    void areNeverChangedOtherwiseByTheService() {
        var change =
                pool.preparedQuery("update referral_key set referral_id = $1").execute(Tuple.of(UUID.randomUUID()));

        assertThrows(PgException.class, () -> change.await().atMost(PATIENCE));
    }

    private WrappedKeys moving(String to, String from) {
        return new WrappedKeys(pool, Configured.keys(to, from));
    }

    private static void everything(WrappedKeys keys) {
        walk(keys, FIRST).await().atMost(PATIENCE);
    }

    private static Uni<Void> walk(WrappedKeys keys, UUID after) {
        return keys.moveAfter(after)
                .chain(batch -> batch.last() == null ? Uni.createFrom().voidItem() : walk(keys, batch.last()));
    }
}
