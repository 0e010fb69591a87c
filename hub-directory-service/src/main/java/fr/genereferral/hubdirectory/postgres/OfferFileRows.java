package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.KeeperChange;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.PlacementRecords.Background;
import fr.genereferral.hubdirectory.PlacementRecords.OfferFile;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Routing;
import fr.genereferral.hubdirectory.RoutingRequest;
import fr.genereferral.hubdirectory.Slot;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Everything that a hub reads of one offer that was made to it. */
final class OfferFileRows {
    /** No more tables than this: each one more doubles what PostgreSQL thinks about before it reads. */
    private static final String FILE = "select o, o.referralId, m, r, s, p.state from Offer o"
            + " join Placement p on p.referralId = o.referralId"
            + " join MatchRunRow m on m.id = o.matchRunId"
            + " left join Routing r on r.referralId = o.referralId and r.number = o.routing"
            + " and o.state in (OPEN, ACCEPTED)"
            + " left join Slot s on s.offer = o.id and s.freedAt is null"
            + " where o.id = :id and o.hub.id = :hub";

    private static final String REMINDED =
            "select reminded_at from offer_reminder where offer_id = :id order by reminded_at, fraction";

    private OfferFileRows() {}

    /** Joins the transaction of whoever asks; fails as not found where it was not made to this hub. */
    static Uni<OfferFile> read(Mutiny.Session session, UUID id, String hub) {
        return session.createQuery(FILE, Object[].class)
                .setParameter("id", id)
                .setParameter("hub", hub)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .chain(row -> session.createNativeQuery(REMINDED, Instant.class)
                        .setParameter("id", id)
                        .getResultList()
                        .chain(reminded -> PostgresKeepers.last(session, List.of(id))
                                .chain(kept -> file(
                                        session, row, reminded, kept.stream().findFirst()))));
    }

    private static Uni<OfferFile> file(
            Mutiny.Session session, Object[] row, List<Instant> reminded, Optional<KeeperChange> lastKept) {
        var request = Optional.ofNullable((Routing) row[3]).map(Routing::request);
        return background(session, request)
                .map(background -> new OfferFile(
                        (UUID) row[1],
                        (Offer) row[0],
                        (PlacementState) row[5],
                        ((MatchRunRow) row[2]).run(),
                        request,
                        background,
                        Optional.ofNullable((Slot) row[4]),
                        reminded,
                        lastKept));
    }

    private static Uni<Optional<Background>> background(Mutiny.Session session, Optional<RoutingRequest> request) {
        return request.map(RoutingRequest::background)
                .map(known -> found(session, HospitalRow.class, known.hospital())
                        .chain(hospital -> found(session, DepartementRow.class, known.residence())
                                .map(departement -> Optional.of(new Background(
                                        hospital.map(HospitalRow::name).orElse(null),
                                        hospital.map(HospitalRow::city).orElse(null),
                                        departement.map(DepartementRow::name).orElse(null))))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static <T> Uni<Optional<T>> found(Mutiny.Session session, Class<T> type, String code) {
        return code == null
                ? Uni.createFrom().item(Optional.empty())
                : session.find(type, code).map(Optional::ofNullable);
    }
}
