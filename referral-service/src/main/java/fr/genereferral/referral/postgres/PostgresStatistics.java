package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.Statistics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

    private static Overruled overruled(Object[] row) {
        return new Overruled(
                (String) row[0],
                (String) row[1],
                Meeting.Decision.valueOf((String) row[2]),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue());
    }
}
