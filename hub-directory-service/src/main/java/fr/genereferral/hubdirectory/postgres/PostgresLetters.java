package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Letter;
import fr.genereferral.hubdirectory.Letter.News;
import fr.genereferral.hubdirectory.Letters;
import fr.genereferral.hubdirectory.MailMode;
import fr.genereferral.hubdirectory.NoticeKind;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The mail that waits: claimed by whoever gets hold of it first, in short transactions; nothing is locked while it is sent. */
@ApplicationScoped
class PostgresLetters implements Letters {
    private static final String PASS_OVER = """
            with waiting as (
                select m.notice_id, case
                    when not cast(:server as boolean) then 'NO_SERVER'
                    when s.mode = 'NONE' then 'NOT_WANTED'
                    when coalesce(h.email, '') = '' then 'NO_ADDRESS'
                    when m.kind <> 'EXPIRED' and o.state <> 'OPEN' then 'OVER' end as why
                from hub_mail m join hub h on h.id = m.hub_id join offer o on o.id = m.offer_id
                    left join hub_mail_setting s on s.hub_id = m.hub_id
                where m.state = 'WAITING' and m.next_at <= clock_timestamp()),
            passed as (
                select m.notice_id, w.why from hub_mail m join waiting w on w.notice_id = m.notice_id
                where w.why is not null limit :most for update of m skip locked)
            update hub_mail m set state = 'SKIPPED', skipped_because = o.why, ended_at = clock_timestamp()
            from passed o where o.notice_id = m.notice_id and m.state = 'WAITING'
            """;
    /** A digest is due when its hour has come since; all else at once. */
    private static final String READY = """
            m.state = 'WAITING' and coalesce(h.email, '') <> '' and s.mode is distinct from 'NONE'
            and (s.mode is distinct from 'DIGEST'
                or m.noted_at < last_digest(s.zone, s.digest_hour, clock_timestamp()))
            """;

    private static final String CLAIM = """
            with taken as materialized (
                select m.notice_id, h.name, h.email, s.mode
                from hub_mail m join hub h on h.id = m.hub_id left join hub_mail_setting s on s.hub_id = m.hub_id
                where %s and m.next_at <= clock_timestamp()
                order by m.next_at, m.notice_id limit :most for update of m skip locked),
            claimed as (
                update hub_mail m set attempts = m.attempts + 1,
                    next_at = clock_timestamp() + cast(:lease as bigint) * interval '1 second'
                from taken t where t.notice_id = m.notice_id
                returning m.notice_id, m.hub_id, t.name, t.email, t.mode, m.offer_id, m.kind, m.due_at, m.attempts)
            select notice_id, hub_id, name, email, mode, cast(offer_id as text), kind, due_at, attempts
            from claimed order by notice_id
            """.formatted(READY);
    private static final String END = """
            update hub_mail set state = cast(:state as text), attempts = attempts - cast(:uncounted as int),
                next_at = clock_timestamp() + cast(:wait as bigint) * interval '1 second',
                ended_at = case when cast(:state as text) = 'WAITING' then null else clock_timestamp() end
            where notice_id = any(cast(cast(:ids as text[]) as bigint[])) and state = 'WAITING'
            """;
    /** All news of one letter wait equally long: they are to be one letter again. */
    private static final String UNTAKEN = """
            update hub_mail set attempts = attempts - 1,
                next_at = clock_timestamp() + interval '1 second' * greatest(cast(:least as bigint), least(
                    cast(:most as bigint),
                    (select cast(extract(epoch from clock_timestamp() - min(o.noted_at)) as bigint)
                    from hub_mail o where o.notice_id = any(cast(cast(:ids as text[]) as bigint[])))))
            where notice_id = any(cast(cast(:ids as text[]) as bigint[])) and state = 'WAITING'
            """;

    private static final String OLDEST = """
            select cast(coalesce(extract(epoch from clock_timestamp() - min(m.noted_at)), 0) as bigint)
            from hub_mail m join hub h on h.id = m.hub_id left join hub_mail_setting s on s.hub_id = m.hub_id
            where %s
            """.formatted(READY);
    private static final String FORGET = """
            delete from hub_mail where notice_id in (
                select notice_id from hub_mail
                where noted_at < clock_timestamp() - cast(:age as bigint) * interval '1 second' and state <> 'WAITING'
                order by noted_at limit :most)
            """;

    private final Transactions transactions;

    PostgresLetters(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A row of what was claimed. */
    private record Claimed(String hub, String name, String address, boolean isDigest, News news) {}

    @Override
    public Uni<Integer> passOver(boolean hasServer, int most) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(PASS_OVER)
                .setParameter("server", hasServer)
                .setParameter("most", most)
                .executeUpdate());
    }

    @Override
    public Uni<List<Letter>> claim(int most, Duration lease, int together) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(CLAIM, Object[].class)
                .setParameter("most", most)
                .setParameter("lease", lease.toSeconds())
                .getResultList()
                .map(rows -> letters(rows.stream().map(PostgresLetters::claimed).toList(), together)));
    }

    private static List<Letter> letters(List<Claimed> rows, int together) {
        var byHub = new LinkedHashMap<String, List<Claimed>>();
        rows.forEach(row ->
                byHub.computeIfAbsent(row.hub(), hub -> new ArrayList<>()).add(row));
        var letters = new ArrayList<Letter>();
        byHub.values().forEach(news -> {
            if (news.get(0).isDigest() || news.size() >= together) {
                letters.add(letter(news));
            } else {
                news.forEach(one -> letters.add(letter(List.of(one))));
            }
        });
        return letters;
    }

    private static Letter letter(List<Claimed> rows) {
        var first = rows.get(0);
        var news = rows.stream().map(Claimed::news).toList();
        return new Letter(first.hub(), first.name(), first.address(), news);
    }

    private static Claimed claimed(Object[] row) {
        return new Claimed(
                (String) row[1],
                (String) row[2],
                (String) row[3],
                MailMode.DIGEST.name().equals(row[4]),
                new News(
                        ((Number) row[0]).longValue(),
                        UUID.fromString((String) row[5]),
                        NoticeKind.valueOf((String) row[6]),
                        row[7] instanceof OffsetDateTime due ? due.toInstant() : (Instant) row[7],
                        ((Number) row[8]).intValue()));
    }

    @Override
    public Uni<Void> sent(Letter letter) {
        return end(letter, "SENT", 0, Duration.ZERO);
    }

    @Override
    public Uni<Void> later(Letter letter, Duration wait, boolean counts) {
        return end(letter, "WAITING", counts ? 0 : 1, wait);
    }

    @Override
    public Uni<Void> failed(Letter letter) {
        return end(letter, "FAILED", 0, Duration.ZERO);
    }

    @Override
    public Uni<Void> untaken(Letter letter, Duration least, Duration most) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(UNTAKEN)
                .setParameter("least", least.toSeconds())
                .setParameter("most", most.toSeconds())
                .setParameter("ids", ids(letter))
                .executeUpdate()
                .replaceWithVoid());
    }

    private static String[] ids(Letter letter) {
        return letter.news().stream().map(news -> String.valueOf(news.notice())).toArray(String[]::new);
    }

    private Uni<Void> end(Letter letter, String state, int uncounted, Duration wait) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(END)
                .setParameter("state", state)
                .setParameter("uncounted", uncounted)
                .setParameter("wait", wait.toSeconds())
                .setParameter("ids", ids(letter))
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<Long> oldest() {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(OLDEST, Long.class)
                .getSingleResult());
    }

    @Override
    public Uni<Integer> forget(Duration age, int most) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(FORGET)
                .setParameter("age", age.toSeconds())
                .setParameter("most", most)
                .executeUpdate());
    }
}
