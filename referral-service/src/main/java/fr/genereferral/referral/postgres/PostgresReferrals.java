package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.CaseFile;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.Threads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Referrals over Hibernate Reactive, but for new ones, which are written in batches. Rights are asked twice: in the query,
 * and by the row-level policies.
 */
@ApplicationScoped
class PostgresReferrals implements Referrals {
    private static final String VISIBLE = "from Referral r where r.id = :id and (:national = true or exists"
            + " (select 1 from AccessRow a where a.referralId = r.id and a.organisation = :organisation"
            + " and a.until is null)) and (:national = false or r.clockStartedAt is not null)";

    private final Transactions transactions;
    private final NewReferrals newReferrals;
    private final ReferralRows rows;
    private final Clock clock;

    PostgresReferrals(Transactions transactions, NewReferrals newReferrals, ReferralRows rows, Clock clock) {
        this.transactions = transactions;
        this.newReferrals = newReferrals;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Uni<UUID> store(Referral referral, Submission sent, IdempotencyKey key, Access access) {
        return newReferrals.store(NewRows.of(referral, sent, key, access, clock.instant()));
    }

    @Override
    public Uni<Optional<UUID>> storedUnder(IdempotencyKey key) {
        return newReferrals.storedUnder(key);
    }

    @Override
    public Uni<StoredReferral> read(UUID id, Access access) {
        return transactions.as(access.rights(), session -> visible(session, id, access, LockModeType.NONE)
                .chain(referral -> shown(session, referral, access)));
    }

    @Override
    public Uni<Referral> readState(UUID id, Access access) {
        return transactions.as(access.rights(), session -> visible(session, id, access, LockModeType.NONE)
                .call(() -> session.persist(new AuditRow(id, access, clock.instant()))));
    }

    @Override
    public Uni<Referral> find(UUID id, Access access) {
        return transactions.as(access.rights(), session -> visible(session, id, access, LockModeType.NONE));
    }

    @Override
    public Uni<StoredReferral> change(UUID id, Access access, Consumer<Referral> work) {
        return transactions.as(access.rights(), session -> visible(session, id, access, LockModeType.PESSIMISTIC_WRITE)
                .invoke(work)
                .chain(referral -> stored(session, referral, access)));
    }

    @Override
    public Uni<StoredReferral> move(UUID id, Access access, Consumer<Referral> work) {
        return transactions.as(access.rights(), session -> taken(session, id, access)
                .invoke(work)
                .chain(referral -> stored(session, referral, access)));
    }

    @Override
    public Uni<StoredReferral> decide(UUID id, Access access, BiConsumer<Referral, CaseFile> work) {
        return transactions.as(access.rights(), session -> taken(session, id, access)
                .call(referral -> CaseFiles.of(session, id).invoke(kept -> work.accept(referral, kept)))
                .chain(referral -> stored(session, referral, access)));
    }

    @Override
    public Uni<Referral> converse(UUID id, Access access, BiConsumer<Referral, Threads> work) {
        return transactions.as(access.rights(), session -> taken(session, id, access)
                .call(referral -> Conversations.of(session, id).invoke(kept -> work.accept(referral, kept)))
                .call(referral -> rows.storeChanges(session, referral))
                .call(() -> session.persist(new AuditRow(id, access, clock.instant()))));
    }

    @Override
    public Uni<StoredReferral> amend(UUID id, Access access, BiConsumer<Referral, DossierHistory> work) {
        return transactions.as(access.rights(), session -> visible(session, id, access, LockModeType.PESSIMISTIC_WRITE)
                .call(referral -> Histories.of(session, id).invoke(kept -> work.accept(referral, kept)))
                .chain(referral -> stored(session, referral, access)));
    }

    @Override
    public Uni<StoredReferral> changeAny(UUID id, Access access, Consumer<Referral> work) {
        return transactions.as(
                Rights.platform(), session -> session.find(Referral.class, id, LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(Refused::notFound)
                        .invoke(PostgresReferrals::demandSent)
                        .invoke(work)
                        .chain(referral -> stored(session, referral, access)));
    }

    /** What is only being written is for its hospital to know. */
    private static void demandSent(Referral referral) {
        if (!referral.isSent()) {
            throw Refused.notFound();
        }
    }

    @Override
    public Uni<Void> changeAll(Collection<UUID> ids, Consumer<Map<UUID, Referral>> work) {
        return transactions.join(
                session -> session.createQuery("from Referral r where r.id in :ids order by r.id", Referral.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        // Written back by one statement for all; Hibernate would send one for each.
                        .setReadOnly(true)
                        .getResultList()
                        .invoke(found -> work.accept(found.stream().collect(Collectors.toMap(Referral::id, r -> r))))
                        .chain(found -> rows.storeAllChanges(session, found)));
    }

    /**
     * Found and locked as the actor sees it; what follows is the platform's to write, as whose right to see it ends. The
     * nation's readers see every referral and lock none.
     */
    private Uni<Referral> taken(Mutiny.Session session, UUID id, Access access) {
        if (access.rights().isNational()) {
            return transactions
                    .become(session, Rights.platform())
                    .chain(() -> visible(session, id, access, LockModeType.PESSIMISTIC_WRITE));
        }
        return visible(session, id, access, LockModeType.PESSIMISTIC_WRITE)
                .call(() -> transactions.become(session, Rights.platform()));
    }

    Uni<Referral> visible(Mutiny.Session session, UUID id, Access access, LockModeType lock) {
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

    Uni<StoredReferral> stored(Mutiny.Session session, Referral referral, Access access) {
        return rows.storeChanges(session, referral).chain(() -> shown(session, referral, access));
    }

    /** A draft has no dossier yet. */
    private Uni<StoredReferral> shown(Mutiny.Session session, Referral referral, Access access) {
        var version = referral.dossierVersion();
        return session.find(DossierRow.class, new DossierRow.Key(referral.id(), version))
                .call(found -> session.persist(
                        new AuditRow(referral.id(), access, clock.instant(), found == null ? null : version)))
                .map(found -> new StoredReferral(referral, found == null ? null : found.document()));
    }
}
