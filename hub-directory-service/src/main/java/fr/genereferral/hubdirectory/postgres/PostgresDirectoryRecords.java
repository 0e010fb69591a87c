package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.AccreditationEnd;
import fr.genereferral.hubdirectory.DirectoryRecords;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.KnownAccreditation;
import fr.genereferral.hubdirectory.Loss;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.TeamEvidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was known, and whom a loss concerns. */
@ApplicationScoped
class PostgresDirectoryRecords implements DirectoryRecords {

    /** Before every id: where the first page begins. */
    private static final UUID FIRST = new UUID(0, 0);

    /** After every day that a loss may end on. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String ACCREDITATIONS = "select a from Hub h join h.accreditations a where h.id = :hub"
            + " and a.recordedAt < :before and (:therapy = '' or a.therapy = :therapy)"
            + " order by a.therapy, a.validFrom, a.recordedAt, a.id";
    private static final String ENDS = "from AccreditationEnd e where e.accreditation in :ids and e.hand.at < :before"
            + " order by e.hand.at, e.id";
    private static final String TEAMS =
            "from TeamEvidence t where t.accreditation in :ids and t.recordedAt < :before order by t.since, t.id";

    /** The first day of another accreditation for the same therapy that lasts longer. */
    private static final String LOSS =
            "select new fr.genereferral.hubdirectory.Loss(a.id, h.id, a.therapy, a.endsOn, (select min(b.validFrom)"
                    + " from Hub g join g.accreditations b where g.id = h.id and b.therapy = a.therapy and b.id <> a.id"
                    + " and (b.endsOn is null or b.endsOn > a.endsOn and b.endsOn > b.validFrom)),"
                    + " coalesce(a.endRecordedAt, a.recordedAt))"
                    + " from Hub h join h.accreditations a where a.id = :id";

    private static final String HISTORY =
            "from HubHistoryRow r where r.hub = :hub and r.version < :before order by r.version desc";
    private static final String AFFECTED = "select new fr.genereferral.hubdirectory.DirectoryRecords$Affected("
            + " o.referralId, o.id, o.acceptedAt,"
            + " case when o.state = ACCEPTED and p.state = ACCEPTED then true else false end, c)"
            + " from Offer o join Placement p on p.referralId = o.referralId"
            + " left join LossConfirmation c on c.offer = o.id and c.lostFrom = :day"
            + " where o.hub.id = :hub and o.therapy = :therapy and o.acceptedAt < :until"
            + " and (o.acceptedAt >= :from or o.state = ACCEPTED and p.state = ACCEPTED or c.id is not null)";
    private static final String AFFECTED_PAGE = AFFECTED + " and o.id > :after order by o.id";
    private static final String AFFECTED_ONE = AFFECTED + " and o.referralId = :referral order by o.id desc";

    private final Transactions transactions;

    PostgresDirectoryRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<KnownAccreditation>> known(String hub, String therapy, Instant before) {
        return transactions.as(Rights.national(), session -> session.find(Hub.class, hub)
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .chain(() -> session.createQuery(ACCREDITATIONS, Accreditation.class)
                        .setParameter("hub", hub)
                        .setParameter("therapy", Optional.ofNullable(therapy).orElse(""))
                        .setParameter("before", before)
                        .getResultList())
                .chain(found -> asKnown(session, found, before)));
    }

    private static Uni<List<KnownAccreditation>> asKnown(
            Mutiny.Session session, List<Accreditation> found, Instant before) {
        var ids = found.stream().map(Accreditation::id).toList();
        return said(session.createQuery(ENDS, AccreditationEnd.class), ids, before)
                .chain(ends -> said(session.createQuery(TEAMS, TeamEvidence.class), ids, before)
                        .map(teams -> KnownAccreditation.of(
                                found,
                                by(ends, AccreditationEnd::accreditation),
                                by(teams, TeamEvidence::accreditation))));
    }

    private static <T> Uni<List<T>> said(Mutiny.SelectionQuery<T> query, List<UUID> ids, Instant before) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : query.setParameter("ids", ids).setParameter("before", before).getResultList();
    }

    private static <T> Map<UUID, List<T>> by(List<T> said, Function<T, UUID> accreditation) {
        return said.stream().collect(Collectors.groupingBy(accreditation));
    }

    @Override
    public Uni<Optional<Loss>> loss(UUID accreditation) {
        return transactions.as(Rights.national(), session -> session.createQuery(LOSS, Loss.class)
                .setParameter("id", accreditation)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .map(loss -> Optional.of(loss).filter(known -> known.from() != null)));
    }

    @Override
    public Uni<List<Affected>> affected(Loss loss, UUID after, int limit) {
        return transactions.as(
                Rights.national(), session -> by(loss, session.createQuery(AFFECTED_PAGE, Affected.class))
                        .setParameter("after", Optional.ofNullable(after).orElse(FIRST))
                        .setMaxResults(limit + 1)
                        .getResultList());
    }

    @Override
    public Uni<Affected> affected(Loss loss, UUID referral) {
        return transactions.as(Rights.national(), session -> by(loss, session.createQuery(AFFECTED_ONE, Affected.class))
                .setParameter("referral", referral)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound));
    }

    private static Mutiny.SelectionQuery<Affected> by(Loss loss, Mutiny.SelectionQuery<Affected> query) {
        return query.setParameter("hub", loss.hub())
                .setParameter("therapy", loss.therapy())
                .setParameter("day", loss.from())
                .setParameter("from", start(loss.from()))
                .setParameter("until", start(Optional.ofNullable(loss.until()).orElse(NEVER)));
    }

    @Override
    public Uni<List<EntryChange>> history(String hub, Rights reader, Long before, int limit) {
        if (!reader.covers(hub)) {
            return Uni.createFrom().failure(Refused.notFound());
        }
        return transactions.as(reader, session -> session.find(Hub.class, hub)
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .chain(() -> session.createQuery(HISTORY, HubHistoryRow.class)
                        .setParameter("hub", hub)
                        .setParameter("before", Optional.ofNullable(before).orElse(Long.MAX_VALUE))
                        .setMaxResults(limit + 1)
                        .getResultList())
                .map(rows -> rows.stream().map(HubHistoryRow::entry).toList()));
    }

    private static Instant start(LocalDate day) {
        return Paris.beginningOf(day);
    }
}
