package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Notice;
import fr.genereferral.hubdirectory.NoticeKind;
import fr.genereferral.hubdirectory.Notices;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What hubs are told, set-based: one statement for all hubs, whether numbers are given or notices read. */
@ApplicationScoped
class PostgresNotices implements Notices {
    /** Nobody waits: whoever has it does the work of all. It is given back after the commit, so that numbers follow commits. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('hub_notice', 0))";

    private static final String NUMBER = """
            with fresh as materialized (
                select id, hub_id from hub_notice where number is null order by id limit :most),
            placed as (
                select id, hub_id, row_number() over (partition by hub_id order by id) as place,
                    count(*) over (partition by hub_id) as together
                from fresh),
            counted as (
                insert into hub_feed as f (hub_id, last) select hub_id, count(*) from fresh group by hub_id
                on conflict (hub_id) do update set last = f.last + excluded.last
                returning hub_id, last)
            update hub_notice n set number = c.last - p.together + p.place
            from placed p join counted c on c.hub_id = p.hub_id
            where n.id = p.id
            """;
    private static final String SPAN = "select last, purged_to from hub_feed where hub_id = :hub";
    private static final String AFTER = """
            select m.hub, m.number as mark, n.number, cast(n.offer_id as text), n.kind, n.state, n.due_at, n.noted_at
            from json_to_recordset(cast(cast(:marks as text) as json)) as m(hub text, number bigint)
                cross join lateral (
                    select * from hub_notice h where h.hub_id = m.hub and h.number > m.number
                    order by h.number limit :most) n
            order by 1, 2, 3
            """;
    private static final String FORGET = """
            with old as materialized (
                select hub_id, number from hub_notice
                where noted_at < clock_timestamp() - cast(:age as bigint) * interval '1 second' and number is not null
                order by noted_at limit :most),
            upto as (select hub_id, max(number) as number from old group by hub_id),
            gone as (
                delete from hub_notice n using upto u where n.hub_id = u.hub_id and n.number <= u.number)
            update hub_feed f set purged_to = u.number from upto u where f.hub_id = u.hub_id
            """;

    private final Transactions transactions;

    PostgresNotices(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Integer> number(int most) {
        return alone(session ->
                session.createNativeQuery(NUMBER).setParameter("most", most).executeUpdate());
    }

    @Override
    public Uni<Integer> forget(Duration age, int most) {
        return alone(session -> session.createNativeQuery(FORGET)
                .setParameter("age", age.toSeconds())
                .setParameter("most", most)
                .executeUpdate());
    }

    /** The work sees what was committed before it had the lock: it is a statement of its own. */
    private Uni<Integer> alone(Function<Mutiny.Session, Uni<Integer>> work) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(LOCK, Boolean.class)
                .getSingleResult()
                .chain(mine -> mine ? work.apply(session) : Uni.createFrom().item(0)));
    }

    @Override
    public Uni<Span> span(String hub) {
        return transactions.as(Rights.of(hub), session -> session.createNativeQuery(SPAN, Object[].class)
                .setParameter("hub", hub)
                .getSingleResultOrNull()
                .map(row -> row == null ? new Span(0, 0) : new Span(whole(row[0]), whole(row[1]))));
    }

    @Override
    public Uni<List<Following>> after(Collection<Mark> marks, int most) {
        var hubs = marks.stream().map(Mark::hub).distinct().sorted().collect(Collectors.joining(","));
        return transactions.as(Rights.of(hubs), session -> session.createNativeQuery(AFTER, Object[].class)
                .setParameter("marks", JsonColumn.write(marks))
                .setParameter("most", most)
                .getResultList()
                .map(PostgresNotices::byMark));
    }

    private static List<Following> byMark(List<Object[]> rows) {
        var found = new LinkedHashMap<Mark, List<Notice>>();
        rows.forEach(row -> found.computeIfAbsent(new Mark((String) row[0], whole(row[1])), mark -> new ArrayList<>())
                .add(notice(row)));
        return found.entrySet().stream()
                .map(each -> new Following(each.getKey(), each.getValue()))
                .toList();
    }

    private static Notice notice(Object[] row) {
        return new Notice(
                (String) row[0],
                whole(row[2]),
                UUID.fromString((String) row[3]),
                NoticeKind.valueOf((String) row[4]),
                OfferState.valueOf((String) row[5]),
                instant(row[6]),
                instant(row[7]));
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }

    private static Instant instant(Object stored) {
        return stored instanceof OffsetDateTime time ? time.toInstant() : (Instant) stored;
    }
}
