package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.KeeperChange;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementRecords;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads that change nothing. Rights are asked twice: in the query, and by the row-level policies. */
@ApplicationScoped
class PostgresPlacementRecords implements PlacementRecords {
    private static final String LINE =
            "select new fr.genereferral.hubdirectory.PlacementRecords$OfferLine(o.id, o.referralId, o.therapy,"
                    + " o.urgency, o.state, o.illustrative, o.offeredAt, o.expiresAt, o.seenAt, o.endedAt, o.version,"
                    + " p.state) from Offer o join Placement p on p.referralId = o.referralId where o.hub.id = :hub";
    private static final String LINES = LINE + " and o.state in :states and o.id < :before order by o.id desc";
    private static final String WAITING_LINES = LINE + " and o.id in :ids order by o.urgency, o.expiresAt, o.id";

    /** One comparison of three columns, as the index has them: the last page is found as fast as the first. */
    private static final String WAITING = "select id from offer where hub_id = :hub and state = 'OPEN'"
            + " and (urgency, expires_at, id) > (:urgency, cast(cast(:due as text) as timestamptz),"
            + " cast(cast(:id as text) as uuid)) order by urgency, expires_at, id limit :most";

    private static final String PLACEMENT = "from Placement p left join fetch p.offers o"
            + " where p.referralId = :id and (:national = true or o.hub.id = :hub)";
    private static final String RUNS = "from MatchRunRow m where m.referralId = :id and (:national = true"
            + " or exists (select 1 from Offer o where o.matchRunId = m.id and o.hub.id = :hub)) order by m.routing, m.id";

    /** After every id: where the first page begins. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;

    PostgresPlacementRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<ListedOffer>> offers(OfferQuery query, String hub) {
        return transactions.as(Rights.of(hub), session -> session.createQuery(LINES, OfferLine.class)
                .setParameter("hub", hub)
                .setParameter(
                        "states", query.state() == null ? EnumSet.allOf(OfferState.class) : EnumSet.of(query.state()))
                .setParameter("before", Optional.ofNullable(query.after()).orElse(LAST))
                .setMaxResults(query.limit() + 1)
                .getResultList()
                .chain(lines -> listed(session, lines)));
    }

    @Override
    public Uni<List<ListedOffer>> waiting(WaitingQuery query, String hub) {
        var after = Optional.ofNullable(query.after());
        return transactions.as(Rights.of(hub), session -> session.createNativeQuery(WAITING, UUID.class)
                .setParameter("hub", hub)
                .setParameter(
                        "urgency", after.map(last -> last.urgency().name()).orElse(""))
                .setParameter(
                        "due", after.map(last -> last.expiresAt().toString()).orElse("-infinity"))
                .setParameter("id", after.map(Waiting::id).orElse(FIRST).toString())
                .setParameter("most", query.limit() + 1)
                .getResultList()
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.<OfferLine>of())
                        : session.createQuery(WAITING_LINES, OfferLine.class)
                                .setParameter("hub", hub)
                                .setParameter("ids", ids)
                                .getResultList())
                .chain(lines -> listed(session, lines)));
    }

    private static Uni<List<ListedOffer>> listed(Mutiny.Session session, List<OfferLine> lines) {
        return PostgresKeepers.last(session, lines.stream().map(OfferLine::id).toList())
                .map(changes -> changes.stream().collect(Collectors.toMap(KeeperChange::offer, Function.identity())))
                .map(last -> lines.stream()
                        .map(line -> new ListedOffer(line, Optional.ofNullable(last.get(line.id()))))
                        .toList());
    }

    @Override
    public Uni<OfferFile> offer(UUID id, String hub) {
        return transactions.as(Rights.of(hub), session -> OfferFileRows.read(session, id, hub));
    }

    @Override
    public Uni<PlacementFile> placement(UUID referralId, Rights rights) {
        return transactions.as(
                rights, session -> about(session.createQuery(PLACEMENT, Placement.class), referralId, rights)
                        .getResultList()
                        .map(found -> found.stream().findFirst().orElseThrow(Refused::notFound))
                        .chain(placement -> about(session.createQuery(RUNS, MatchRunRow.class), referralId, rights)
                                .getResultList()
                                .map(runs -> new PlacementFile(
                                        placement,
                                        runs.stream().map(MatchRunRow::stored).toList()))));
    }

    private static <T> Mutiny.SelectionQuery<T> about(Mutiny.SelectionQuery<T> query, UUID referralId, Rights rights) {
        return query.setParameter("id", referralId)
                .setParameter("national", rights.isNational())
                .setParameter("hub", rights.setting());
    }
}
