package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.HubLocation;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hubs over Hibernate Reactive. The directory is open to all who are signed in: no row-level policy guards it. */
@ApplicationScoped
class PostgresHubs implements Hubs {
    private static final String WITH_ACCREDITATIONS = "from Hub h left join fetch h.accreditations";

    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Outbox outbox;
    private final OncePerKey once;

    PostgresHubs(Transactions transactions, DatabaseClock clock, Outbox outbox, OncePerKey once) {
        this.transactions = transactions;
        this.clock = clock;
        this.outbox = outbox;
        this.once = once;
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
    public Uni<String> holding(UUID accreditation) {
        return transactions.as(Rights.national(), session -> session.createQuery(
                        "select h.id from Hub h join h.accreditations a where a.id = :id", String.class)
                .setParameter("id", accreditation)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound));
    }

    @Override
    public Uni<Hub> register(
            String id, IdempotencyKey key, Optional<HubLocation> location, Function<Instant, Hub> work) {
        return transactions.as(
                Rights.platform(),
                session -> once.once(
                        session,
                        key,
                        new OncePerKey.Subject(id, null),
                        earlier -> load(session, id),
                        // Two registrations of one hub: the second finds the first.
                        () -> DirectoryLock.alone(session)
                                .chain(() -> added(session, id, work))
                                .call(hub -> Geography.place(session, hub.hubName(), location))));
    }

    private Uni<Hub> added(Mutiny.Session session, String id, Function<Instant, Hub> work) {
        return session.find(Hub.class, id)
                .invoke(found -> {
                    if (found != null) {
                        throw Refused.because("HUB_EXISTS");
                    }
                })
                .chain(() -> clock.now(session))
                .chain(now -> {
                    var hub = work.apply(now);
                    return session.persist(hub)
                            .chain(() -> store(session, hub, now))
                            .replaceWith(hub);
                });
    }

    @Override
    public Uni<Hub> change(String id, BiConsumer<Hub, Instant> work) {
        return transactions.as(Rights.platform(), session -> changed(session, id, work));
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
        return transactions.as(
                Rights.platform(),
                session -> once.once(
                        session,
                        key,
                        new OncePerKey.Subject(id, null),
                        earlier -> load(session, id),
                        () -> changed(session, id, work)));
    }

    private Uni<Hub> changed(Mutiny.Session session, String id, BiConsumer<Hub, Instant> work) {
        return session.find(Hub.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .chain(() -> load(session, id))
                .chain(hub -> clock.now(session).chain(now -> {
                    work.accept(hub, now);
                    return store(session, hub, now).replaceWith(hub);
                }));
    }

    private Uni<Void> store(Mutiny.Session session, Hub hub, Instant now) {
        var news = hub.takeNews();
        var rows = new ArrayList<Object>();
        rows.addAll(news.ends());
        rows.addAll(news.teams());
        rows.addAll(news.capacity());
        news.changes().forEach(change -> rows.add(new HubHistoryRow(change)));
        return session.persistAll(rows.toArray()).chain(() -> outbox.append(session, news.events(), now));
    }

    private static Uni<Hub> load(Mutiny.Session session, String id) {
        return session.createQuery(WITH_ACCREDITATIONS + " where h.id = :id", Hub.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound);
    }
}
