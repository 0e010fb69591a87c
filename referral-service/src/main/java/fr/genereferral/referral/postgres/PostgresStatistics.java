package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Document;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.Statistics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Counts rows as they are when it is asked. */
@ApplicationScoped
class PostgresStatistics implements Statistics {
    private static final String OVERRULES = """
            select m.therapy, c.criterion, m.decision, count(distinct m.referral_id), max(d.children)
            from meeting m
            cross join lateral unnest(m.overrules) as c (criterion)
            join (select therapy, count(distinct referral_id) as children from meeting
                  where decision <> 'POSTPONED' group by therapy) d on d.therapy = m.therapy
            group by m.therapy, c.criterion, m.decision
            order by m.therapy, c.criterion, m.decision
            """;

    /** An end that a hub or a review has made is no waiting; one by the hospital is, where no hub had the child. */
    private static final String JUDGED_AGAIN = """
            with waiting as (
                select r.id from referral r
                where r.id > :after and r.state not in ('DRAFT', 'MERGED', 'ENTERED_IN_ERROR')
                and (select t.state from timeline t where t.referral_id = r.id and t.state <> 'CANCELLED'
                     order by t.version desc limit 1) not in ('ACCEPTED', 'IN_CARE', 'COMPLETED', 'CANCEL_REQUESTED')
                and exists (select 1 from assessment a where a.referral_id = r.id and a.cause <> 'SUBMITTED'
                            and a.evaluation_date >= :from)
                order by r.id limit :most)
            select a.referral_id, a.evaluation_date,
                coalesce((select t.state from timeline t where t.referral_id = a.referral_id and t.at <= a.received_at
                          order by t.version desc limit 1) in ('ACCEPTED', 'IN_CARE', 'CANCEL_REQUESTED'), false),
                a.document
            from waiting w join assessment a on a.referral_id = w.id
            order by a.referral_id, a.received_at, a.assessed_at, a.id
            """;

    private final Transactions transactions;

    PostgresStatistics(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Overruled>> overrules() {
        return transactions.as(Rights.national(), session -> session.createNativeQuery(OVERRULES, Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresStatistics::overruled).toList()));
    }

    @Override
    public Uni<List<Judged>> judgedAgain(LocalDate from, UUID after, int most) {
        return transactions.as(Rights.national(), session -> session.createNativeQuery(JUDGED_AGAIN, Object[].class)
                .setParameter("from", from)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresStatistics::judged).toList()));
    }

    private static Judged judged(Object[] row) {
        return new Judged((UUID) row[0], (LocalDate) row[1], (Boolean) row[2], new Document((byte[]) row[3]));
    }

    private static Overruled overruled(Object[] row) {
        return new Overruled(
                (String) row[0],
                (String) row[1],
                Meeting.Decision.valueOf((String) row[2]),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue());
    }
}
