package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AuditTrail;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The audit's rows of one referral. Rights are asked twice: in the query, and by the row-level policies. */
@ApplicationScoped
class PostgresAuditTrail implements AuditTrail {
    private static final String VISIBLE = "from Referral r where r.id = :id and (:national = true or exists"
            + " (select 1 from AccessRow a where a.referralId = r.id and a.organisation = :organisation"
            + " and a.until is null)) and (:national = false or r.clockStartedAt is not null)";

    private static final String LINES = "select new fr.genereferral.referral.AuditTrail$Line(a.id, a.written.at,"
            + " new fr.genereferral.referral.Actor(a.written.actor, a.written.organisation, a.written.role),"
            + " a.action, a.documentId, a.dossierVersion) from AuditRow a where a.referralId = :id";
    private static final String OF_ACTIONS = " and a.action in :actions";
    private static final String BEFORE =
            " and a.written.at <= :at and (a.written.at < :at or a.written.at = :at and a.id < :after)";
    private static final String NEWEST_FIRST = " order by a.written.at desc, a.id desc";

    private final Transactions transactions;
    private final Clock clock;

    PostgresAuditTrail(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Page> read(UUID id, Query query, Access access) {
        return transactions.as(access.rights(), session -> page(session, id, query, access)
                .call(() -> session.persist(new AuditRow(id, access, clock.instant()))));
    }

    @Override
    public Uni<Page> goOn(UUID id, Query query, Access access) {
        return transactions.as(access.rights(), session -> page(session, id, query, access));
    }

    private static Uni<Page> page(Mutiny.Session session, UUID id, Query query, Access access) {
        return session.createQuery(VISIBLE, Referral.class)
                .setParameter("id", id)
                .setParameter("national", access.rights().isNational())
                .setParameter("organisation", access.by().organisation())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .invoke(referral -> demandOwn(referral, access))
                .chain(referral ->
                        lines(session, id, query).map(lines -> page(referral.reference(), lines, query.limit())));
    }

    private static void demandOwn(Referral referral, Access access) {
        if (!access.rights().isNational()
                && !referral.organisation().equals(access.by().organisation())) {
            throw Refused.because("FORBIDDEN");
        }
    }

    private static Uni<List<Line>> lines(Mutiny.Session session, UUID id, Query query) {
        var after = query.after();
        var text = LINES + (query.actions().isPresent() ? OF_ACTIONS : "") + (after == null ? "" : BEFORE);
        var asked = session.createQuery(text + NEWEST_FIRST, Line.class)
                .setParameter("id", id)
                // One more than the page has tells whether another follows.
                .setMaxResults(query.limit() + 1);
        query.actions().ifPresent(actions -> asked.setParameter("actions", actions));
        if (after != null) {
            asked.setParameter("at", after.at()).setParameter("after", after.id());
        }
        return asked.getResultList();
    }

    private static Page page(String reference, List<Line> found, int limit) {
        var lines = found.stream().limit(limit).toList();
        return new Page(
                reference, lines, found.size() > limit ? lines.get(limit - 1).place() : null);
    }
}
