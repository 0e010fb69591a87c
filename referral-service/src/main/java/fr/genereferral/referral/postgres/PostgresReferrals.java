package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Referrals over Hibernate Reactive. Rights are asked twice: in the query, and by the row-level policies. */
@ApplicationScoped
class PostgresReferrals implements Referrals {
    private static final String VISIBLE = "from Referral r where r.id = :id and (:national = true or exists"
            + " (select 1 from AccessRow a where a.referralId = r.id and a.organisation = :organisation"
            + " and a.until is null))";

    private final Transactions transactions;
    private final ReferralRows rows;
    private final Clock clock;

    PostgresReferrals(Transactions transactions, ReferralRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Uni<UUID> store(Referral referral, Submission sent, IdempotencyKey key, Access access) {
        return transactions.as(access.rights(), session -> claim(session, key)
                .chain(() -> earlier(session, key))
                .chain(earlier -> earlier.isPresent()
                        ? Uni.createFrom().item(earlier.get())
                        : insert(session, referral, sent, key, access)));
    }

    /** Two requests with one key at the same instant: the second is told to come back, not kept waiting. */
    private Uni<Void> claim(Mutiny.Session session, IdempotencyKey key) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))", Boolean.class)
                .setParameter("key", key.organisation() + "/" + key.key())
                .getSingleResult()
                .invoke(mine -> {
                    if (!mine) {
                        throw Refused.because("IDEMPOTENCY_KEY_IN_USE");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Optional<UUID>> earlier(Mutiny.Session session, IdempotencyKey key) {
        return session.find(IdempotencyRow.class, new IdempotencyRow.Place(key.organisation(), key.key()))
                .chain(row -> row == null || row.expired(clock.instant())
                        ? forgotten(session, row)
                        : Uni.createFrom().item(Optional.of(row.referralId(key))));
    }

    private static Uni<Optional<UUID>> forgotten(Mutiny.Session session, IdempotencyRow row) {
        var done =
                row == null ? Uni.createFrom().voidItem() : session.remove(row).chain(session::flush);
        return done.replaceWith(Optional.empty());
    }

    private Uni<UUID> insert(
            Mutiny.Session session, Referral referral, Submission sent, IdempotencyKey key, Access access) {
        var now = clock.instant();
        var first = new ArrayList<Object>(rows.accessGranted(referral));
        first.add(referral);
        first.add(new IdempotencyRow(key, referral.id(), now));
        first.add(new DossierRow(referral.id(), referral.dossierVersion(), sent.dossier(), now));
        sent.identity()
                .fields()
                .forEach((field, bytes) -> first.add(new IdentityFieldRow(referral.id(), field, bytes)));
        first.add(new AuditRow(referral.id(), access, now));
        return session.persistAll(first.toArray())
                .chain(() -> rows.storeChanges(session, referral))
                .replaceWith(referral.id());
    }

    @Override
    public Uni<Optional<UUID>> storedUnder(IdempotencyKey key) {
        return transactions.as(Rights.of(key.organisation()), session -> earlier(session, key));
    }

    @Override
    public Uni<StoredReferral> read(UUID id, Access access) {
        return transactions.as(access.rights(), session -> visible(session, id, access, LockModeType.NONE)
                .call(() -> session.persist(new AuditRow(id, access, clock.instant())))
                .chain(referral -> withDossier(session, referral)));
    }

    @Override
    public Uni<StoredReferral> change(UUID id, Access access, Consumer<Referral> work) {
        return transactions.as(access.rights(), session -> visible(session, id, access, LockModeType.PESSIMISTIC_WRITE)
                .invoke(work)
                .call(referral -> rows.storeChanges(session, referral))
                .call(() -> session.persist(new AuditRow(id, access, clock.instant())))
                .chain(referral -> withDossier(session, referral)));
    }

    @Override
    public Uni<Void> changeAll(Collection<UUID> ids, Consumer<Map<UUID, Referral>> work) {
        return transactions.join(
                session -> session.createQuery("from Referral r where r.id in :ids order by r.id", Referral.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList()
                        .invoke(found -> work.accept(found.stream().collect(Collectors.toMap(Referral::id, r -> r))))
                        .chain(found -> rows.storeAllChanges(session, found)));
    }

    private Uni<Referral> visible(Mutiny.Session session, UUID id, Access access, LockModeType lock) {
        return session.createQuery(VISIBLE, Referral.class)
                .setParameter("id", id)
                .setParameter("national", access.rights().isNational())
                .setParameter("organisation", access.by().organisation())
                .setLockMode(lock)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound);
    }

    private Uni<StoredReferral> withDossier(Mutiny.Session session, Referral referral) {
        return session.find(DossierRow.class, new DossierRow.Key(referral.id(), referral.dossierVersion()))
                .map(dossier -> new StoredReferral(referral, dossier.document()));
    }
}
