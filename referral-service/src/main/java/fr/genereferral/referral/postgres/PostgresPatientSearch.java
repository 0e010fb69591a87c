package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.PatientSearch;
import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds what a hospital has sent by the marks that it left. Rights are asked twice: in the query, and by the row-level
 * policies.
 */
@ApplicationScoped
class PostgresPatientSearch implements PatientSearch {
    /** Nobody has more of one child; but "unknown" may be the file number of many. */
    private static final int MOST = 50;

    private static final String FIND = "select distinct m.referral_id from patient_mark m where m.mark in (:marks)"
            + " and m.organisation = :organisation order by m.referral_id desc limit " + (MOST + 1);

    /** Drafts have no marks. */
    private static final String ALL_MARKED =
            "select not exists (select 1 from referral r where r.organisation = :organisation and not r.marked"
                    + " and r.clock_started_at is not null)";

    private final Transactions transactions;
    private final Clock clock;

    PostgresPatientSearch(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Found> find(Set<String> marks, Access access) {
        return transactions.as(access.rights(), session -> ids(session, marks, access)
                .chain(found -> shown(session, found.stream().limit(MOST).toList(), access)
                        .chain(lines -> isComplete(session, access)
                                .map(complete -> new Found(lines, complete && found.size() <= MOST)))));
    }

    private Uni<List<ReferralSummary>> shown(Mutiny.Session session, List<UUID> ids, Access access) {
        return AuditRow.INSERT.run(session, audited(ids, access)).chain(() -> ReferralLines.of(session, ids));
    }

    private static Uni<List<UUID>> ids(Mutiny.Session session, Set<String> marks, Access access) {
        return marks.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(FIND, UUID.class)
                        .setParameter("marks", marks)
                        .setParameter("organisation", access.by().organisation())
                        .getResultList();
    }

    private List<AuditRow> audited(List<UUID> ids, Access access) {
        var at = clock.instant();
        return ids.isEmpty()
                ? List.of(new AuditRow(null, access, at))
                : ids.stream().map(id -> new AuditRow(id, access, at)).toList();
    }

    private static Uni<Boolean> isComplete(Mutiny.Session session, Access access) {
        return session.createNativeQuery(ALL_MARKED, Boolean.class)
                .setParameter("organisation", access.by().organisation())
                .getSingleResult();
    }
}
