package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.OverdueOffers;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements.Desk;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is due by the database's clock, taken by whoever gets hold of it first: the row of the placement is the lot. */
@ApplicationScoped
class PostgresOverdueOffers implements OverdueOffers {
    /** While a clock rests its deadline is of no account, wherever it lies. */
    private static final String RUNNING = " and (resting_since is null or rests_until <= now())";

    private static final String DUE =
            "select referral_id from offer where state = 'OPEN' and expires_at <= now()" + RUNNING
                    + " and referral_id <> all(cast(cast(:except as text[]) as uuid[])) order by expires_at limit :most";

    private static final String OLDEST =
            "select cast(coalesce(extract(epoch from now() - min(expires_at)), 0) as bigint)"
                    + " from offer where state = 'OPEN' and expires_at <= now()" + RUNNING;

    /** As every change locks, but waiting for nobody. */
    private static final String LOCKED =
            "select p.* from placement p where p.referral_id = any(cast(cast(:ids as text[]) as uuid[]))"
                    + " and exists (select 1 from offer o where o.referral_id = p.referral_id and o.state = 'OPEN'"
                    + " and o.expires_at <= now()" + RUNNING + ") order by p.referral_id for update of p skip locked";

    private static final String IN_FORCE = "select %s from answer_clock where valid_from <="
            + " cast(now() at time zone 'Europe/Paris' as date) order by valid_from desc limit 1";
    private static final String PATIENCE = IN_FORCE.formatted("silent_hubs");
    /**
     * Of several shares that are due at once, after an outage, the last is told: nobody is reminded twice at a time. The time
     * for which the clock has rested is no time to answer: it begins as much later.
     */
    private static final String REMIND = """
            insert into offer_reminder (offer_id, fraction, reminded_at)
            select o.id, max(share), now()
            from offer o cross join unnest((%s)) as share
                cross join lateral (
                    select o.offered_at + o.rested_millis * interval '1 millisecond'
                        + coalesce(o.rests_until - o.resting_since, interval '0 seconds') as began) clock
            where o.state = 'OPEN' and o.expires_at > now()%s
                and clock.began + (o.expires_at - clock.began) * cast(share as float8) <= now()
                and not exists (select 1 from offer_reminder r where r.offer_id = o.id and r.fraction >= share)
            group by o.id
            order by o.expires_at, o.id
            limit :most
            on conflict do nothing
            """.formatted(IN_FORCE.formatted("reminders"), RUNNING);

    private final Transactions transactions;
    private final PostgresDirectories directories;
    private final Outbox outbox;

    PostgresOverdueOffers(Transactions transactions, PostgresDirectories directories, Outbox outbox) {
        this.transactions = transactions;
        this.directories = directories;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<UUID>> due(int most, Collection<UUID> except) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(DUE, UUID.class)
                .setParameter("except", except.stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("most", most)
                .getResultList());
    }

    @Override
    public Uni<Long> oldest() {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(OLDEST, Long.class)
                .getSingleResult());
    }

    @Override
    public Uni<Part> expire(Collection<UUID> referrals, Expiry work) {
        return transactions.apart(Rights.platform(), session -> DirectoryLock.shared(session)
                .chain(() -> StoredPlacements.of(session, LOCKED, referrals))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Part(0, Map.of()))
                        : expired(session, found, work)));
    }

    private Uni<Part> expired(Mutiny.Session session, List<Placement> found, Expiry work) {
        return runs(session, found).chain(runs -> session.createNativeQuery(PATIENCE, Integer.class)
                .getSingleResult()
                .chain(patience -> directories.desk(session).chain(desk -> {
                    var done = new ArrayList<Placement>();
                    var failed = new HashMap<UUID, Throwable>();
                    for (var placement : found) {
                        try {
                            var run = runs.get(placement.lastRouting().id());
                            work.apply(placement, run.run(), patience, desk);
                            done.add(placement);
                        } catch (RuntimeException e) {
                            failed.put(placement.referralId(), e);
                        }
                    }
                    return written(session, done, desk).map(changed -> new Part(changed, failed));
                })));
    }

    private static Uni<HashMap<UUID, MatchRunRow>> runs(Mutiny.Session session, List<Placement> found) {
        var ids = found.stream()
                .filter(Placement::isRouted)
                .map(placement -> placement.lastRouting().id())
                .toList();
        return session.createQuery("from MatchRunRow m where m.id in :ids", MatchRunRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> {
                    var runs = new HashMap<UUID, MatchRunRow>();
                    rows.forEach(row -> runs.put(row.id(), row));
                    return runs;
                });
    }

    /** The session forgets them first: it would write them row by row. */
    private Uni<Integer> written(Mutiny.Session session, List<Placement> found, Desk desk) {
        var rows = new ExpiryRows();
        found.forEach(rows::add);
        session.clear();
        return rows.write(session)
                .chain(() -> outbox.append(session, rows.events(), desk.now()))
                .replaceWith(rows.placements());
    }

    @Override
    public Uni<Boolean> databaseAnswers() {
        return transactions
                .as(Rights.platform(), session -> Uni.createFrom().item(true))
                .onFailure()
                .recoverWithItem(false);
    }

    @Override
    public Uni<Integer> remind(int most) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(REMIND)
                .setParameter("most", most)
                .executeUpdate());
    }
}
