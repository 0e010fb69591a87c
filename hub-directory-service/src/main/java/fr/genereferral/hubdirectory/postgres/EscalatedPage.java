package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Placement;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who waits for the coordinator, or for a search that was reopened and has not begun in time, a page at a time: how pressing it is is derived as for an offer of today, by the same bounds.
 * The place of a child in the list depends on what was asked for it alone, so that a page goes on after one whom somebody has
 * placed meanwhile.
 */
final class EscalatedPage {
    private static final String PAGE = """
            with bounds as (
                select * from routing_parameters
                where valid_from <= cast(now() at time zone 'Europe/Paris' as date) order by valid_from desc limit 1),
            today as (select cast(now() at time zone 'Europe/Paris' as date) as day),
            waiting as not materialized (
                select r.referral_id, r.clock_started_at, -greatest(
                    case r.urgency when 'CRITICAL' then 2 when 'PRESSING' then 1 else 0 end,
                    case when r.eligible_until - t.day <= b.critical_days then 2
                        when r.eligible_until - t.day <= b.pressing_days then 1
                        when t.day - r.birth_date < 7 * b.newborn_weeks then 1 else 0 end) as pressing
                from routing r cross join bounds b cross join today t
                where not exists (
                    select 1 from routing l where l.referral_id = r.referral_id and l.number > r.number))
            select w.referral_id from placement p join waiting w on w.referral_id = p.referral_id
            where p.state in ('ESCALATED', 'RANKING') and (p.state = 'ESCALATED'
                or p.reopened_at <= now() - make_interval(secs => cast(:reopening as double precision)))
            and (:first or (w.pressing, w.clock_started_at, w.referral_id) > (
                select l.pressing, l.clock_started_at, l.referral_id from waiting l
                where l.referral_id = cast(cast(:after as text) as uuid)))
            order by w.pressing, w.clock_started_at, w.referral_id
            limit :most
            """;

    /** Before every id. */
    private static final UUID FIRST = new UUID(0, 0);

    private EscalatedPage() {}

    /** @param after the last one of the page before; null for the first page */
    static Uni<List<UUID>> ids(Mutiny.Session session, UUID after, int most) {
        return session.createNativeQuery(PAGE, UUID.class)
                .setParameter("first", after == null)
                .setParameter("after", (after == null ? FIRST : after).toString())
                .setParameter("reopening", (double) Placement.REOPENING.toSeconds())
                .setParameter("most", most)
                .getResultList();
    }
}
