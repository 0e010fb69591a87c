package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.KeeperChange;
import fr.genereferral.hubdirectory.Keepers;
import fr.genereferral.hubdirectory.Keeping;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** One change of a file after the other, under a lock of its own: neither offer nor placement is locked for it. */
@ApplicationScoped
class PostgresKeepers implements Keepers {
    private static final int LONGEST = 200;

    private static final String STATES = "select o.state, p.state from Offer o"
            + " join Placement p on p.referralId = o.referralId where o.id = :id and o.hub.id = :hub";
    private static final String CHANGES = "from KeeperChange c where c.offer = :id order by c.number desc";
    private static final String LAST = "from KeeperChange c where c.offer in :offers"
            + " and not exists (select 1 from KeeperChange l where l.offer = c.offer and l.number > c.number)";
    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtextextended('keeper/' || cast(:id as text), 0)) as text)";

    private final Transactions transactions;
    private final DatabaseClock clock;

    PostgresKeepers(Transactions transactions, DatabaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Keeping> of(UUID offer, String hub) {
        return transactions.as(Rights.of(hub), session -> isHeld(session, offer, hub)
                .chain(held -> keeping(session, offer, hub, held)));
    }

    @Override
    public Uni<Keeping> change(UUID offer, String hub, Change work) {
        return transactions.as(Rights.of(hub), session -> isHeld(session, offer, hub)
                .call(() -> transactions.become(session, Rights.platform()))
                .call(() -> lock(session, offer))
                .chain(held -> keeping(session, offer, hub, held))
                .chain(keeping -> clock.now(session).chain(now -> work.of(keeping, now)
                        .map(change -> session.persist(change).replaceWith(keeping.with(change)))
                        .orElseGet(() -> Uni.createFrom().item(keeping)))));
    }

    private static Uni<Boolean> isHeld(Mutiny.Session session, UUID offer, String hub) {
        return session.createQuery(STATES, Object[].class)
                .setParameter("id", offer)
                .setParameter("hub", hub)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .map(states -> ((OfferState) states[0]).isHeld((PlacementState) states[1]));
    }

    private static Uni<Keeping> keeping(Mutiny.Session session, UUID offer, String hub, boolean held) {
        return session.createQuery(CHANGES, KeeperChange.class)
                .setParameter("id", offer)
                .setMaxResults(LONGEST)
                .getResultList()
                .map(changes -> new Keeping(offer, hub, held, changes));
    }

    private static Uni<Void> lock(Mutiny.Session session, UUID offer) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("id", offer.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The last change of each of these, where there is one; joins the transaction of whoever lists them. */
    static Uni<List<KeeperChange>> last(Mutiny.Session session, Collection<UUID> offers) {
        return offers.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery(LAST, KeeperChange.class)
                        .setParameter("offers", offers)
                        .getResultList();
    }
}
