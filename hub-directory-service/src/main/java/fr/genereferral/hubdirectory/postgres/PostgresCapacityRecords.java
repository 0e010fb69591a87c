package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.CapacityRecords;
import fr.genereferral.hubdirectory.DeclaredCapacity;
import fr.genereferral.hubdirectory.FreedSlots;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Pause;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.Routing;
import fr.genereferral.hubdirectory.Slot;
import fr.genereferral.hubdirectory.Week;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was told of capacities. */
@ApplicationScoped
class PostgresCapacityRecords implements CapacityRecords {
    /** The last word for each day, from that which holds in the coming week on. */
    private static final String DECLARED = "from DeclaredCapacity d where d.hub = :hub"
            + " and not exists (select 1 from DeclaredCapacity l where l.hub = d.hub and l.therapy = d.therapy"
            + " and (l.validFrom = d.validFrom and (l.hand.at > d.hand.at"
            + " or l.hand.at = d.hand.at and l.id > d.id)"
            + " or l.validFrom > d.validFrom and l.validFrom < :end))"
            + " order by d.therapy, d.validFrom";

    private static final String PAUSES = "select p, (select e.endsOn from PauseEnd e where e.pause = p.id"
            + " and not exists (select 1 from PauseEnd l where l.pause = e.pause and (l.hand.at > e.hand.at"
            + " or l.hand.at = e.hand.at and l.id > e.id)))"
            + " from Pause p where p.hub = :hub order by p.startsOn, p.id";

    private static final String FREED =
            "from Slot s where s.hub = :hub and s.week >= :monday and s.freedAt is not null";
    /** Who is offered or accepted there now, each with the facts that the last routing was asked with. */
    private static final String WAITING = "select o.referralId, o, r, s from Offer o"
            + " join Placement p on p.referralId = o.referralId and p.state in (OFFERED, ACCEPTED)"
            + " join Routing r on r.referralId = o.referralId and r.number = o.routing"
            + " left join Slot s on s.offer = o.id and s.freedAt is null"
            + " where o.hub.id = :hub and (o.state = OPEN or o.state = ACCEPTED and s.offer is not null)";

    private final Transactions transactions;

    PostgresCapacityRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Words> words(String hub, LocalDate day) {
        return transactions.as(Rights.national(), session -> session.createQuery(DECLARED, DeclaredCapacity.class)
                .setParameter("hub", hub)
                .setParameter("end", Week.onOrAfter(day).plus(1).monday())
                .getResultList()
                .chain(declared -> pauses(session, hub, day).map(pauses -> new Words(declared, pauses))));
    }

    private static Uni<List<KnownPause>> pauses(Mutiny.Session session, String hub, LocalDate day) {
        return session.createQuery(PAUSES, Object[].class)
                .setParameter("hub", hub)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new KnownPause((Pause) row[0], (LocalDate) row[1]))
                        .filter(pause -> pause.until() == null || pause.until().isAfter(day))
                        .toList());
    }

    @Override
    public Uni<FreedSlots> freed(String hub, Rights reader, LocalDate day) {
        if (!reader.covers(hub)) {
            return Uni.createFrom().failure(Refused.notFound());
        }
        return transactions.as(reader, session -> session.createQuery(FREED, Slot.class)
                .setParameter("hub", hub)
                .setParameter("monday", Week.onOrAfter(day).monday())
                .getResultList()
                .chain(freed -> waiting(session, hub).map(waiting -> new FreedSlots(freed, waiting))));
    }

    private static Uni<List<FreedSlots.Waiting>> waiting(Mutiny.Session session, String hub) {
        return session.createQuery(WAITING, Object[].class)
                .setParameter("hub", hub)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresCapacityRecords::waiting).toList());
    }

    private static FreedSlots.Waiting waiting(Object[] row) {
        var offer = (Offer) row[1];
        var request = ((Routing) row[2]).request();
        var slot = Optional.ofNullable((Slot) row[3]);
        return new FreedSlots.Waiting(
                (UUID) row[0],
                offer.id(),
                offer.therapy(),
                offer.state(),
                slot.map(held -> held.place().week()).orElse(null),
                request.patient(),
                request.clockStartedAt());
    }

    @Override
    public Uni<Pause> pause(UUID id) {
        return transactions.as(
                Rights.national(),
                session -> session.find(Pause.class, id).onItem().ifNull().failWith(Refused::notFound));
    }
}
