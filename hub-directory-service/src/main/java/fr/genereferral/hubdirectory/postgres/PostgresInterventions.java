package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Assignment;
import fr.genereferral.hubdirectory.AssignmentEnd;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Interventions;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Reopening;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What coordinators have said; a change goes by way of the placement, which it locks. */
@ApplicationScoped
class PostgresInterventions implements Interventions {
    private static final String FILES = "select a, e, p.state, p.version from Assignment a"
            + " join Placement p on p.referralId = a.referralId left join AssignmentEnd e on e.assignment = a.id where ";
    private static final String ONE = FILES + "a.id = :id and a.referralId = :referral";
    private static final String ALL = FILES + "a.referralId in :referrals order by a.id";

    private final Transactions transactions;
    private final Placements placements;
    private final OncePerKey once;

    PostgresInterventions(Transactions transactions, Placements placements, OncePerKey once) {
        this.transactions = transactions;
        this.placements = placements;
        this.once = once;
    }

    @Override
    public Uni<List<Case>> escalated(UUID after, int limit) {
        return transactions.as(Rights.national(), session -> EscalatedPage.ids(session, after, limit + 1)
                .chain(ids -> cases(session, ids)));
    }

    @Override
    public Uni<Case> of(UUID referral) {
        return transactions.as(Rights.national(), session -> cases(session, List.of(referral))
                .map(found -> found.stream().findFirst().orElseThrow(Refused::notFound)));
    }

    /** In the order of the ids. */
    private static Uni<List<Case>> cases(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return StoredPlacements.of(session, PostgresPlacements.READ, ids)
                .chain(found -> runs(session, found).chain(runs -> files(session, ids)
                        .chain(files -> reopenings(session, ids).map(reopened -> found.stream()
                                .sorted(Comparator.comparingInt(placement -> ids.indexOf(placement.referralId())))
                                .map(placement -> new Case(
                                        placement,
                                        runs.get(placement.lastRouting().id()),
                                        files.getOrDefault(placement.referralId(), List.of()),
                                        reopened.getOrDefault(placement.referralId(), List.of())))
                                .toList()))));
    }

    private static Uni<Map<UUID, MatchRun>> runs(Mutiny.Session session, List<Placement> found) {
        return MatchRunRow.runs(
                session,
                found.stream().map(placement -> placement.lastRouting().id()).toList());
    }

    private static Uni<Map<UUID, List<AssignmentFile>>> files(Mutiny.Session session, Collection<UUID> referrals) {
        return session.createQuery(ALL, Object[].class)
                .setParameter("referrals", referrals)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(PostgresInterventions::file)
                        .collect(Collectors.groupingBy(file -> file.assignment().referralId())));
    }

    private static Uni<Map<UUID, List<Reopening>>> reopenings(Mutiny.Session session, Collection<UUID> referrals) {
        return session.createQuery("from Reopening r where r.referralId in :referrals order by r.id", Reopening.class)
                .setParameter("referrals", referrals)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.groupingBy(Reopening::referralId)));
    }

    @Override
    public Uni<AssignmentFile> assign(
            UUID referral, Assignment.Order order, IdempotencyKey key, Placements.Change work) {
        return transactions.as(
                Rights.platform(),
                session -> once.once(
                        session,
                        key,
                        new OncePerKey.Subject(order.hub(), order.id().toString()),
                        earlier -> file(session, referral, UUID.fromString(earlier.made())),
                        () -> placements.change(referral, work).chain(() -> file(session, referral, order.id()))));
    }

    @Override
    public Uni<AssignmentFile> decide(UUID referral, UUID assignment, Decision work) {
        return transactions.as(Rights.platform(), session -> file(session, referral, assignment)
                .chain(file -> placements.change(
                        referral, (placement, run, desk) -> work.apply(file.assignment(), placement, run, desk)))
                .chain(() -> file(session, referral, assignment)));
    }

    private static Uni<AssignmentFile> file(Mutiny.Session session, UUID referral, UUID assignment) {
        return session.createQuery(ONE, Object[].class)
                .setParameter("id", assignment)
                .setParameter("referral", referral)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .map(PostgresInterventions::file);
    }

    private static AssignmentFile file(Object[] row) {
        return AssignmentFile.of((Assignment) row[0], (AssignmentEnd) row[1], (PlacementState) row[2], (Long) row[3]);
    }
}
