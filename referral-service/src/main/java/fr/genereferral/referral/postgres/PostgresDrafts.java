package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.CaseTaken;
import fr.genereferral.referral.Draft;
import fr.genereferral.referral.DraftOvertaken;
import fr.genereferral.referral.Drafts;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Submission;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Drafts, sealed here: what is kept is opened for the organisation that has written it, and for no other. Whoever changes one
 * takes its referral first: two who would stop and send it at the same instant wait for each other on one side only.
 */
@ApplicationScoped
class PostgresDrafts implements Drafts {
    private final Pool pool;
    private final IdentityKeys keys;
    private final Claims claims;
    private final SentDrafts sentDrafts;
    private final ReferralRecords records;
    private final Clock clock;

    PostgresDrafts(
            Pool pool, IdentityKeys keys, Claims claims, SentDrafts sentDrafts, ReferralRecords records, Clock clock) {
        this.pool = pool;
        this.keys = keys;
        this.claims = claims;
        this.sentDrafts = sentDrafts;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Uni<UUID> store(Referral referral, Draft.Written written, IdempotencyKey key, Access access) {
        var rows = NewRows.of(referral, Submission.none(referral), key, access, clock.instant());
        return keys.create(referral.id()).chain(seal -> {
            var draft = DraftRow.sealed(referral, 1, written, seal, now());
            return speaking(
                    access,
                    transaction -> once(transaction, rows, () -> AccessRow.INSERT
                            .run(transaction, rows.accessRows().toList())
                            .chain(() -> NewReferrals.REFERRAL.run(transaction, List.of(rows)))
                            .chain(() -> DraftRow.INSERT.run(transaction, List.of(draft)))
                            .chain(() -> AuditRow.INSERT.run(transaction, List.of(rows.auditRow())))
                            .replaceWithVoid()));
        });
    }

    @Override
    public Uni<Optional<Draft>> of(UUID id, Access access) {
        return opened(id, access, row -> keys.of(id).map(row::draft));
    }

    @Override
    public Uni<Optional<String>> identity(UUID id, Access access) {
        return opened(id, access, row -> keys.of(id).map(row::identity));
    }

    /** The key is asked for when the transaction has ended: it is in another database. */
    private <T> Uni<Optional<T>> opened(UUID id, Access access, Function<DraftRow, Uni<T>> open) {
        return speaking(access, transaction -> DraftRow.find(transaction, id))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<T>empty())
                        : open.apply(found.get()).map(Optional::of))
                .onFailure(IdentityAltered.class)
                .recoverWithUni(altered -> records.refuse(altered, access));
    }

    @Override
    public Uni<Optional<Draft>> replace(UUID id, Integer version, Draft.Written written, Access access) {
        var at = now();
        return keys.of(id)
                .chain(seal -> speaking(access, transaction -> transaction
                        .preparedQuery("select id from referral where id = $1 and state = 'DRAFT' for update")
                        .execute(Tuple.of(id))
                        .chain(() -> DraftRow.replace(transaction, id, version, written, seal, at))
                        .call(kept -> kept.isPresent()
                                ? saved(transaction, id, access, at)
                                : Uni.createFrom().voidItem())));
    }

    private static Uni<Void> saved(SqlClient transaction, UUID id, Access access, Instant at) {
        return transaction
                .preparedQuery("update referral set updated_at = $2 where id = $1")
                .execute(Tuple.of(id, DraftRow.column(at)))
                .chain(() -> AuditRow.INSERT.run(transaction, List.of(new AuditRow(id, access, at))))
                .replaceWithVoid();
    }

    @Override
    public Uni<UUID> send(Referral referral, Submission sent, int version, IdempotencyKey key, Access access) {
        var rows = NewRows.of(referral, sent, key, access, clock.instant());
        return speaking(
                        access,
                        transaction -> once(transaction, rows, () -> sentDrafts
                                .write(transaction, rows)
                                .chain(() -> DraftRow.forget(transaction, referral.id(), version))
                                .invoke(forgotten -> {
                                    if (!forgotten) {
                                        throw new DraftOvertaken();
                                    }
                                })
                                .replaceWithVoid()))
                .onFailure(OpenCases::isTaken)
                .transform(taken -> new CaseTaken());
    }

    /** Does what a request asks for, unless it has come before. */
    private Uni<UUID> once(SqlClient transaction, NewRows rows, Supplier<Uni<Void>> work) {
        var id = rows.referral().id();
        return claims.take(transaction, List.of(rows))
                .map(taken -> Optional.ofNullable(taken.get(id))
                        .orElseThrow(() -> Refused.because("IDEMPOTENCY_KEY_IN_USE"))
                        .referralId(rows.key()))
                .call(first -> first.equals(id) ? work.get() : Uni.createFrom().voidItem());
    }

    /** The row-level policies let the transaction see and write what is the caller's own. */
    private <T> Uni<T> speaking(Access access, Function<SqlClient, Uni<T>> work) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("select set_config('app.orgs', $1, true)")
                .execute(Tuple.of(access.rights().setting()))
                .chain(() -> work.apply(transaction)));
    }

    /** In the transaction that stops them: what was never sent is nobody's record, and no more is what was attached to it. */
    static Uni<Void> forget(Mutiny.Session session, List<Referral> referrals) {
        var stopped = referrals.stream()
                .filter(referral -> referral.state().isEnd() && !referral.isSent())
                .map(Referral::id)
                .toList();
        return stopped.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery("delete from draft where referral_id in (:stopped)")
                        .setParameter("stopped", stopped)
                        .executeUpdate()
                        .chain(() -> DocumentPieces.dropAll(session, stopped));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
