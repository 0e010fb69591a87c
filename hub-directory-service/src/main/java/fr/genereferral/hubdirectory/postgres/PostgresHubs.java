package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hubs over Hibernate Reactive. The directory is open to all who are signed in: no row-level policy guards it. */
@ApplicationScoped
class PostgresHubs implements Hubs {
    private static final String WITH_ACCREDITATIONS = "from Hub h left join fetch h.accreditations";

    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Outbox outbox;

    PostgresHubs(Transactions transactions, DatabaseClock clock, Outbox outbox) {
        this.transactions = transactions;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Hub>> all() {
        return transactions.as(Rights.national(), PostgresHubs::read);
    }

    static Uni<List<Hub>> read(Mutiny.Session session) {
        return session.createQuery(WITH_ACCREDITATIONS + " order by h.id", Hub.class)
                .getResultList();
    }

    @Override
    public Uni<Hub> byId(String id) {
        return transactions.as(Rights.national(), session -> load(session, id));
    }

    @Override
    public Uni<Hub> curtail(String id, BiConsumer<Hub, Instant> work, Supplier<Uni<Void>> consequences) {
        return transactions.as(Rights.platform(), session -> DirectoryLock.alone(session)
                .chain(() -> changed(session, id, work))
                .call(session::flush)
                .call(consequences::get));
    }

    @Override
    public Uni<Hub> changeOnce(String id, IdempotencyKey key, BiConsumer<Hub, Instant> work) {
        return transactions.as(Rights.platform(), session -> claim(session, key)
                .chain(() ->
                        session.find(IdempotencyRow.class, new IdempotencyRow.Place(key.organisation(), key.key())))
                .chain(earlier -> {
                    if (earlier != null) {
                        earlier.mustBeFor(id, key);
                        return load(session, id);
                    }
                    return changed(session, id, work).call(() -> remember(session, id, key));
                }));
    }

    private Uni<Hub> changed(Mutiny.Session session, String id, BiConsumer<Hub, Instant> work) {
        return session.find(Hub.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .chain(() -> load(session, id))
                .chain(hub -> clock.now(session).chain(now -> {
                    work.accept(hub, now);
                    return outbox.append(session, hub.takeEvents(), now).replaceWith(hub);
                }));
    }

    private static Uni<Hub> load(Mutiny.Session session, String id) {
        return session.createQuery(WITH_ACCREDITATIONS + " where h.id = :id", Hub.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound);
    }

    /** Two requests with one key at the same instant: the second is told to come back, not kept waiting. */
    private static Uni<Void> claim(Mutiny.Session session, IdempotencyKey key) {
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

    private Uni<Void> remember(Mutiny.Session session, String id, IdempotencyKey key) {
        return clock.now(session).chain(now -> session.persist(new IdempotencyRow(key, id, now)));
    }
}
