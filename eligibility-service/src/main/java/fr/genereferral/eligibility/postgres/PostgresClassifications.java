package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.Classification;
import fr.genereferral.eligibility.IdempotencyKey;
import fr.genereferral.eligibility.VariantClassifications;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Classifications over PostgreSQL. */
@ApplicationScoped
class PostgresClassifications implements VariantClassifications {
    private final Mutiny.SessionFactory sessions;
    private final PostgresRulePacks rules;
    private final Clock clock;

    PostgresClassifications(Mutiny.SessionFactory sessions, PostgresRulePacks rules, Clock clock) {
        this.sessions = sessions;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Uni<Recorded> record(Finding found, IdempotencyKey key, String by) {
        return sessions.withTransaction(session -> inTurn(session)
                        .chain(() -> earlier(session, key))
                        .chain(earlier -> earlier.isEmpty()
                                ? added(session, found, key, by)
                                : Uni.createFrom().item(earlier.get(0)))
                        .invoke(row -> row.mustBeFor(key))
                        .map(ClassificationRow::classification)
                        .chain(recorded -> citing(session, recorded).map(count -> new Recorded(recorded, count))))
                .invoke(rules::lookAgain);
    }

    /** One at a time: numbers are without a hole and are seen in their order, and so does the same key wait for itself. */
    private static Uni<Void> inTurn(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select set_config('app.orgs', 'platform', true) from pg_advisory_xact_lock(4862)",
                        String.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    private static Uni<List<ClassificationRow>> earlier(Mutiny.Session session, IdempotencyKey key) {
        return session.createQuery(
                        "from ClassificationRow where organisation = :organisation and idempotencyKey = :key",
                        ClassificationRow.class)
                .setParameter("organisation", key.organisation())
                .setParameter("key", key.key())
                .getResultList();
    }

    private Uni<ClassificationRow> added(Mutiny.Session session, Finding found, IdempotencyKey key, String by) {
        return session.createQuery("select coalesce(max(number), 0) + 1 from ClassificationRow", Long.class)
                .getSingleResult()
                .map(next -> ClassificationRow.of(
                        next, found, key, by, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .chain(row -> session.persist(row).chain(session::flush).replaceWith(row));
    }

    private static Uni<Integer> citing(Mutiny.Session session, Classification recorded) {
        return session.createNativeQuery("select count(*) from held_variant where variant = :variant", Long.class)
                .setParameter("variant", recorded.variant())
                .getSingleResult()
                .map(Long::intValue);
    }

    @Override
    public Uni<List<Classification>> all(String gene) {
        return sessions.withSession(session -> session.createQuery(
                        "from ClassificationRow where :gene is null or gene = :gene order by number desc",
                        ClassificationRow.class)
                .setParameter("gene", gene)
                .getResultList()
                .map(rows ->
                        rows.stream().map(ClassificationRow::classification).toList()));
    }
}
