package fr.genereferral.hubdirectory.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.Anomalies;
import fr.genereferral.hubdirectory.AnomalyOutcome;
import fr.genereferral.hubdirectory.AnomalySettlement;
import fr.genereferral.hubdirectory.DirectoryAnomaly;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Anomalies and their settlements: both are written once. */
@ApplicationScoped
class PostgresAnomalies implements Anomalies {
    private static final String FILES =
            "select a, s from DirectoryAnomaly a left join AnomalySettlement s on s.anomaly = a.id where ";
    private static final String ONE = FILES + "a.id = :id";
    private static final String PAGE = FILES + "(:hub = '' or a.hub = :hub) and a.id < :before"
            + " and (:either = true or :settled = (case when s.anomaly is null then false else true end))"
            + " order by a.id desc";
    private static final String SETTLE = "insert into anomaly_settlement"
            + " (anomaly_id, outcome, settled_at, settled_by, settled_for)"
            + " values (:id, :outcome, clock_timestamp(), :person, :organisation) on conflict do nothing";

    /** After every id: where the first page begins. */
    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;
    private final DatabaseClock clock;
    private final OncePerKey once;

    PostgresAnomalies(Transactions transactions, DatabaseClock clock, OncePerKey once) {
        this.transactions = transactions;
        this.clock = clock;
        this.once = once;
    }

    @Override
    public Uni<AnomalyFile> report(DirectoryAnomaly.Report report, DirectoryAnomaly.Reporter by, IdempotencyKey key) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return transactions.as(Rights.platform(), session -> session.find(Hub.class, report.hub())
                .onItem()
                .ifNull()
                .failWith(() -> Refused.invalid(List.of(new Refused.Violation("/hub", "HUB_UNKNOWN", null))))
                .chain(() -> once.once(
                        session,
                        key,
                        new OncePerKey.Subject(report.hub(), id.toString()),
                        earlier -> file(session, UUID.fromString(earlier.made())),
                        () -> store(session, id, report, by))));
    }

    private Uni<AnomalyFile> store(
            Mutiny.Session session, UUID id, DirectoryAnomaly.Report report, DirectoryAnomaly.Reporter by) {
        return clock.now(session).chain(now -> {
            var anomaly = DirectoryAnomaly.reported(id, report, by, now);
            return session.persist(anomaly).replaceWith(new AnomalyFile(anomaly, Optional.empty()));
        });
    }

    @Override
    public Uni<List<AnomalyFile>> list(AnomalyQuery query) {
        return transactions.as(
                query.hub() == null ? Rights.national() : Rights.of(query.hub()),
                session -> session.createQuery(PAGE, Object[].class)
                        .setParameter("hub", Optional.ofNullable(query.hub()).orElse(""))
                        .setParameter("either", query.settled() == null)
                        .setParameter("settled", Boolean.TRUE.equals(query.settled()))
                        .setParameter(
                                "before", Optional.ofNullable(query.after()).orElse(LAST))
                        .setMaxResults(query.limit() + 1)
                        .getResultList()
                        .map(rows -> rows.stream().map(PostgresAnomalies::file).toList()));
    }

    @Override
    public Uni<AnomalyFile> byId(UUID id, Rights reader) {
        return transactions.as(reader, session -> file(session, id).invoke(file -> {
            if (!isFor(reader, file.anomaly())) {
                throw Refused.notFound();
            }
        }));
    }

    private static boolean isFor(Rights reader, DirectoryAnomaly anomaly) {
        return reader.covers(anomaly.report().hub()) || reader.covers(anomaly.reportedFor());
    }

    @Override
    public Uni<AnomalyFile> settle(UUID id, String hub, AnomalyOutcome outcome, DirectoryAnomaly.Reporter by) {
        return transactions.as(Rights.platform(), session -> file(session, id)
                .invoke(file -> {
                    if (hub != null && !hub.equals(file.anomaly().report().hub())) {
                        throw Refused.notFound();
                    }
                })
                .chain(() -> session.createNativeQuery(SETTLE)
                        .setParameter("id", id)
                        .setParameter("outcome", outcome.name())
                        .setParameter("person", by.person())
                        .setParameter("organisation", by.organisation())
                        .executeUpdate())
                .invoke(settled -> {
                    if (settled == 0) {
                        throw Refused.because("ANOMALY_SETTLED");
                    }
                })
                .chain(() -> file(session, id)));
    }

    private static Uni<AnomalyFile> file(Mutiny.Session session, UUID id) {
        return session.createQuery(ONE, Object[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .map(PostgresAnomalies::file);
    }

    private static AnomalyFile file(Object[] row) {
        return new AnomalyFile((DirectoryAnomaly) row[0], Optional.ofNullable((AnomalySettlement) row[1]));
    }
}
