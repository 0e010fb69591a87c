package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Band;
import fr.genereferral.hubdirectory.Placements.Desk;
import fr.genereferral.hubdirectory.SiteZone;
import fr.genereferral.hubdirectory.Slot;
import fr.genereferral.hubdirectory.SlotMove;
import fr.genereferral.hubdirectory.Week;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Places are taken one yes after the other: each locks the hub's row, as whoever tells a capacity does, and reads under
 * that lock what time it is and what is taken. The key of the row stays: an offer that names the hub meanwhile does not wait.
 */
@ApplicationScoped
class SlotBook {
    private static final String LOCK = "select id from hub where id = :hub for no key update";

    /** Once: a place that is free already is not found. */
    private static final String HELD = "select week from slot where offer_id = :offer and freed_at is null for update";

    private static final String FREE = "update slot set freed_at = cast(cast(:now as text) as timestamptz),"
            + " freed_because = :cause where offer_id = :offer and freed_at is null";

    private final DatabaseClock clock;

    SlotBook(DatabaseClock clock) {
        this.clock = clock;
    }

    Uni<Void> keep(Mutiny.Session session, SlotMove move, Desk desk) {
        return move instanceof SlotMove.Take take
                ? take(session, take, desk)
                : free(session, (SlotMove.Free) move, desk);
    }

    private Uni<Void> take(Mutiny.Session session, SlotMove.Take take, Desk desk) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("hub", take.hub())
                .getSingleResult()
                .chain(() -> clock.now(session))
                .chain(now -> CapacityRows.of(session, take.hub()).chain(capacities -> {
                    var today = SiteZone.dayAt(take.hub(), now);
                    return capacities
                            .plan(take.hub(), take.therapy())
                            .placeOn(today)
                            .map(place -> session.persist(new Slot(take, place, band(take, desk, today), now)))
                            .orElseGet(() -> Uni.createFrom().voidItem());
                }));
    }

    private static Band band(SlotMove.Take take, Desk desk, LocalDate today) {
        return desk.directory()
                .hub(take.hub())
                .map(hub -> hub.bandFor(take.therapy(), take.patient(), today))
                .orElseGet(Band::open);
    }

    private static Uni<Void> free(Mutiny.Session session, SlotMove.Free free, Desk desk) {
        var today = SiteZone.dayAt(free.hub(), desk.now());
        return session.createNativeQuery(HELD, LocalDate.class)
                .setParameter("offer", free.offer())
                .getSingleResultOrNull()
                .chain(monday -> monday != null && free.cause().frees(new Week(monday), today)
                        ? freed(session, free, desk)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> freed(Mutiny.Session session, SlotMove.Free free, Desk desk) {
        return session.createNativeQuery(FREE)
                .setParameter("now", desk.now().toString())
                .setParameter("cause", free.cause().name())
                .setParameter("offer", free.offer())
                .executeUpdate()
                .replaceWithVoid();
    }
}
