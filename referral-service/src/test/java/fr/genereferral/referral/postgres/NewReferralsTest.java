package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Reference;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.Tokens;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Batches as the database takes them. */
@ServiceTest
class NewReferralsTest {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A key is remembered for a day by the service's own clock: a fixed instant would be forgotten at once. */
    private static final Instant NOW = Instant.now();

    @Inject
    NewReferrals referrals;

    @Test
    void keepTwoHospitalsWithTheSameKeyApart() throws SQLException {
        var rennes = rows(Tokens.RENNES, "same-" + UUID.randomUUID(), Reference.drawn());
        var angers = rows(Tokens.ANGERS, rennes.key().key(), Reference.drawn());

        var kept = written(rennes, angers);

        assertEquals(List.of(id(rennes), id(angers)), kept);
        try (var service = Rows.asService().seeingAs(Tokens.ANGERS)) {
            assertEquals(0, stored(service, rennes));
            assertEquals(1, stored(service, angers));
        }
    }

    @Test
    void answerASecondRequestOfTheSameBatchWithTheFirst() throws SQLException {
        var first = rows(Tokens.RENNES, UUID.randomUUID().toString(), Reference.drawn());
        var second = rows(Tokens.RENNES, first.key().key(), Reference.drawn());

        var kept = written(first, second);

        assertEquals(1, kept.stream().distinct().count());
        try (var owner = Rows.asOwner().seeingAs("platform")) {
            assertEquals(1, stored(owner, first) + stored(owner, second));
            for (var table : List.of("dossier", "timeline", "audit", "identity_field")) {
                assertEquals(
                        1,
                        owner.select("select 1 from " + table + " where referral_id in (?, ?)", id(first), id(second))
                                .size(),
                        table);
            }
        }
    }

    @Test
    void refuseASecondRequestOfTheSameBatchWithAnotherBody() {
        var first = rows(Tokens.RENNES, UUID.randomUUID().toString(), Reference.drawn());
        var key = new IdempotencyKey(Tokens.RENNES, first.key().key(), new byte[] {2});
        var other = rows(Tokens.RENNES, key, Reference.drawn());

        var claims = referrals.write(List.of(first, other)).await().atMost(PATIENCE);

        assertEquals(id(first), claims.get(0).orElseThrow().referralId(first.key()));
        var refused =
                assertThrows(Refused.class, () -> claims.get(1).orElseThrow().referralId(key));
        assertEquals("IDEMPOTENCY_KEY_REUSED", refused.code());
    }

    @Test
    void loseOnlyTheOneThatTheDatabaseRefuses() {
        var earlier = rows(Tokens.RENNES, UUID.randomUUID().toString(), Reference.drawn());
        written(earlier);
        var batch = new ArrayList<NewRows>();
        for (var n = 0; n < 20; n++) {
            var taken = n == 11 ? new Reference(earlier.referral().reference()) : Reference.drawn();
            batch.add(rows(
                    n % 2 == 0 ? Tokens.RENNES : Tokens.ANGERS,
                    UUID.randomUUID().toString(),
                    taken));
        }

        var answers = batch.stream()
                .map(rows -> referrals.store(rows).subscribeAsCompletionStage())
                .toList();

        for (var n = 0; n < batch.size(); n++) {
            if (n == 11) {
                assertEquals(UNIQUE_VIOLATION, sqlState(answers.get(n)));
            } else {
                assertEquals(id(batch.get(n)), answers.get(n).join());
            }
        }
    }

    @Test
    void letNoReferralInUnderAnotherHospitalsName() {
        var sent = submission(Reference.drawn());
        var referral = Referral.submitted(sent, actor(Tokens.RENNES), NOW);
        var key = new IdempotencyKey(Tokens.ANGERS, "k", new byte[] {1});

        assertThrows(IllegalStateException.class, () -> NewRows.of(referral, sent, key, access(Tokens.ANGERS), NOW));
    }

    @Test
    void areRefusedByTheDatabaseForAnOrganisationThatTheBatchDoesNotSpeakFor() throws SQLException {
        var id = id(rows(Tokens.RENNES, UUID.randomUUID().toString(), Reference.drawn()));
        try (var service = Rows.asService().seeingAs(Tokens.RENNES + "," + Tokens.ANGERS)) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> service.run("insert into referral (id, organisation, reference, state, stopping, version,"
                            + " dossier_version, therapies_sought, birthdate, clock_started_at, updated_at, verdicts,"
                            + " routing, offers) values ('" + id + "', '" + Tokens.NANTES
                            + "', 'GR-X', 'ASSESSING', false, 1, 1, '[]', now(), now(), now(), '[]', 0, '[]')"));

            assertTrue(refused.getMessage().contains("row-level security"), refused.getMessage());
        }
    }

    private List<UUID> written(NewRows... batch) {
        var claims = referrals.write(List.of(batch)).await().atMost(PATIENCE);
        var kept = new ArrayList<UUID>();
        for (var n = 0; n < batch.length; n++) {
            kept.add(claims.get(n).orElseThrow().referralId(batch[n].key()));
        }
        assertNotEquals(0, kept.size());
        return kept;
    }

    private static NewRows rows(String hospital, String key, Reference reference) {
        return rows(hospital, new IdempotencyKey(hospital, key, new byte[] {1}), reference);
    }

    private static NewRows rows(String hospital, IdempotencyKey key, Reference reference) {
        var sent = submission(reference);
        var referral = Referral.submitted(sent, actor(hospital), NOW);
        return NewRows.of(referral, sent, key, access(hospital), NOW);
    }

    private static Submission submission(Reference reference) {
        return ReferralFixtures.submission(reference, "ONA-IV");
    }

    private static Actor actor(String hospital) {
        return new Actor("subject", hospital, "referrer");
    }

    private static Access access(String hospital) {
        return new Access(actor(hospital), Rights.of(hospital), "SUBMIT", "127.0.0.1");
    }

    private static UUID id(NewRows rows) {
        return rows.referral().id();
    }

    private static int stored(Rows seen, NewRows rows) throws SQLException {
        return seen.select("select 1 from referral where id = ?", id(rows)).size();
    }

    private static String sqlState(CompletableFuture<UUID> answer) {
        var failure = assertThrows(CompletionException.class, answer::join);
        return ((PgException) failure.getCause()).getSqlState();
    }
}
