package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Letter;
import fr.genereferral.referral.Letter.News;
import fr.genereferral.referral.Letters;
import fr.genereferral.referral.Reminder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The mail that waits: claimed by whoever gets hold of it first, in short transactions; nothing is locked while it is sent. */
@ApplicationScoped
class PostgresLetters implements Letters {
    /** For the same dossier it may wait anew, and longer: the wait that has ended is named to nobody. */
    private static final String STILL_WAITS =
            "(still_waits(m, r) and (m.kind <> 'FACTS' or r.facts_due_at is null or m.due_at = r.facts_due_at))";

    private static final String PASS_OVER = """
            with passed as (
                select m.id, case when not $1 then 'NO_SERVER' when not %1$s then 'OVER'
                    else 'NO_ADDRESS' end as why
                from reminder m join referral r on r.id = m.referral_id
                where m.state = 'WAITING' and m.next_at <= clock_timestamp()
                    and (not $1 or not r.organisation = any ($2) or not %1$s and not is_undecided(m, r))
                limit $3 for update of m skip locked)
            update reminder m set state = 'SKIPPED', skipped_because = p.why, ended_at = clock_timestamp()
            from passed p where p.id = m.id and m.state = 'WAITING'
            """.formatted(STILL_WAITS);
    /**
     * All that is due of the hospital that has waited longest. Asked once more whether it still waits, of the referral's own row under a
     * lock: what was answered since {@link #PASS_OVER} goes nowhere.
     */
    private static final String CLAIM = """
            with first as materialized (
                select r.organisation from reminder m join referral r on r.id = m.referral_id
                where m.state = 'WAITING' and m.next_at <= clock_timestamp() and r.organisation = any ($1) and %1$s
                order by m.next_at, m.id limit 1 for update of m skip locked for share of r skip locked),
            taken as materialized (
                select m.id, r.organisation, r.reference
                from first f join referral r on r.organisation = f.organisation join reminder m on r.id = m.referral_id
                where m.state = 'WAITING' and m.next_at <= clock_timestamp() and %1$s
                order by m.next_at, m.id limit $2 for update of m skip locked for share of r skip locked),
            claimed as (
                update reminder m set attempts = m.attempts + 1, next_at = clock_timestamp() + $3 * interval '1 second'
                from taken t where t.id = m.id
                returning m.id, t.organisation, m.referral_id, t.reference, m.kind, m.due_at, m.attempts)
            select * from claimed order by id
            """.formatted(STILL_WAITS);

    private static final String END = """
            update reminder set state = $1, attempts = attempts - $2, next_at = clock_timestamp() + $3 * interval '1 second',
                ended_at = case when $1 = 'WAITING' then null else clock_timestamp() end
            where id = any ($4) and state = 'WAITING'
            """;
    /** All news of one letter wait equally long: they are to be one letter again. */
    private static final String UNTAKEN = """
            update reminder set attempts = attempts - 1,
                next_at = clock_timestamp() + interval '1 second' * greatest($1, least($2, (
                    select cast(extract(epoch from clock_timestamp() - min(o.told_at)) as float8) from reminder o where o.id = any ($3))))
            where id = any ($3) and state = 'WAITING'
            """;

    private static final String OLDEST = """
            select cast(coalesce(extract(epoch from clock_timestamp() - min(m.told_at)), 0) as bigint) as waits
            from reminder m join referral r on r.id = m.referral_id where m.state = 'WAITING' and not is_undecided(m, r)
            """;

    private final PlainStatements statements;

    PostgresLetters(PlainStatements statements) {
        this.statements = statements;
    }

    /** A row of what was claimed. */
    private record Claimed(String organisation, News news) {
        static Claimed of(Row row) {
            return new Claimed(
                    row.getString("organisation"),
                    new News(
                            row.getLong("id"),
                            row.getUUID("referral_id"),
                            row.getString("reference"),
                            Reminder.Kind.valueOf(row.getString("kind")),
                            row.getOffsetDateTime("due_at").toInstant(),
                            row.getInteger("attempts")));
        }
    }

    @Override
    public Uni<Integer> passOver(boolean hasServer, Set<String> known, int most) {
        return statements.change(PASS_OVER, Tuple.of(hasServer, known.toArray(String[]::new), most));
    }

    @Override
    public Uni<List<Letter>> claim(int most, Duration lease, Set<String> known, int together) {
        var values = Tuple.of(known.toArray(String[]::new), most, (double) lease.toSeconds());
        return statements.read(CLAIM, values, Claimed::of).map(rows -> letters(rows, together));
    }

    /** Rows of one hospital. */
    private static List<Letter> letters(List<Claimed> rows, int together) {
        var each = rows.stream()
                .map(row -> new Letter(row.organisation(), List.of(row.news())))
                .toList();
        return rows.size() < together
                ? each
                : List.of(new Letter(
                        rows.get(0).organisation(),
                        rows.stream().map(Claimed::news).toList()));
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
        return statements
                .change(UNTAKEN, Tuple.of((double) least.toSeconds(), (double) most.toSeconds(), ids(letter)))
                .replaceWithVoid();
    }

    private Uni<Void> end(Letter letter, String state, int uncounted, Duration wait) {
        return statements
                .change(END, Tuple.of(state, uncounted, (double) wait.toSeconds(), ids(letter)))
                .replaceWithVoid();
    }

    private static Long[] ids(Letter letter) {
        return letter.news().stream().map(News::reminder).toArray(Long[]::new);
    }

    @Override
    public Uni<Long> oldest() {
        return statements
                .read(OLDEST, Tuple.tuple(), row -> row.getLong("waits"))
                .map(rows -> rows.get(0));
    }
}
