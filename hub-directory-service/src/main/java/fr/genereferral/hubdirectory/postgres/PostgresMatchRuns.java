package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.MatchRuns;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Match runs for whoever reads all of them: the coordinator and the auditor. A page is a transaction. Those by which somebody
 * has named a hub chose nothing, and are none of them.
 */
@ApplicationScoped
class PostgresMatchRuns implements MatchRuns {
    /** The page is cut before anything is parsed: the planner would read the origin of every run of the period for each page. */
    private static final String PAGE = "with page as materialized (select id, content from match_run"
            + " where not by_hand and day between :first and :last"
            + " and id > cast(cast(:after as text) as uuid) order by id limit :many)"
            + " select m.content, coalesce(d.region, hd.region), coalesce(d.region_name, hd.region_name) from page m"
            + " cross join lateral (select cast(m.content as jsonb) -> 'origin' as origin) o"
            + " left join departement d on o.origin ->> 'kind' = 'DEPARTEMENT' and d.code = o.origin ->> 'code'"
            + " left join hospital h on o.origin ->> 'kind' = 'HOSPITAL' and h.finess_et = o.origin ->> 'code'"
            + " left join departement hd on hd.code = h.departement order by m.id";

    /** Before every id. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;

    PostgresMatchRuns(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Recorded>> page(Period period, UUID after, int limit) {
        var from = Optional.ofNullable(after).orElse(FIRST).toString();
        return transactions.as(Rights.national(), session -> session.createNativeQuery(PAGE, Object[].class)
                .setParameter("first", period.from())
                .setParameter("last", period.to())
                .setParameter("after", from)
                .setParameter("many", limit)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresMatchRuns::recorded).toList()));
    }

    private static Recorded recorded(Object[] row) {
        var run = JsonColumn.read((String) row[0], MatchRun.class);
        var region = Optional.ofNullable((String) row[1]).map(code -> new Region(code, (String) row[2]));
        return new Recorded(run, region);
    }
}
