package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Reminders;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reminders over plain statements: what is due is asked of the database's clock alone, and two who look tell it once. */
@ApplicationScoped
class PostgresReminders implements Reminders {
    /** Since the state was entered last: whoever comes back to it is asked anew. */
    private static final String UNSEEN = """
            select r.id, w.version, r.dossier_version, w.since, r.birthdate, (
                    select min(cast(v ->> 'eligibleUntil' as date)) from jsonb_array_elements(r.verdicts::jsonb -> 'all') v
                    where v ->> 'sought' = 'true') as until
            from referral r cross join lateral (
                select min(t.version) as version, min(t.at) as since from timeline t
                where t.referral_id = r.id and t.version > coalesce((
                    select max(o.version) from timeline o
                    where o.referral_id = r.id and o.state <> 'AWAITING_INFORMATION'), 0)) w
            where r.state = 'AWAITING_INFORMATION' and w.version is not null and not exists (
                select from reminder m where m.referral_id = r.id and m.kind = 'FACTS'
                    and m.about = cast(w.version as text))
            order by r.id limit $1
            """;

    private static final String FACTS = """
            insert into reminder (referral_id, kind, about, fraction, due_at, dossier_version, at)
            select w.id, 'FACTS', cast(w.version as text), s.fraction, w.since + w.time, w.dossier_version,
                w.since + s.fraction * w.time + s.later * interval '1 second'
            from (select id, version, dossier_version, since, seconds * interval '1 second' as time
                from unnest($1::uuid[], $2::bigint[], $3::int[], $4::timestamptz[], $5::float8[])
                    as u (id, version, dossier_version, since, seconds)) w
                cross join unnest($6::float8[], $7::bigint[]) s (fraction, later)
            on conflict do nothing
            """;
    private static final String QUESTIONS = """
            insert into reminder (referral_id, kind, about, fraction, due_at, at)
            select r.id, 'QUESTION', cast(q.id as text), s.fraction, q.due_at,
                a.at + s.fraction * (q.due_at - a.at) + s.later * interval '1 second'
            from referral r join question q on q.referral_id = r.id
                join question_message a on a.question_id = q.id and a.kind = 'ASKED'
                cross join unnest($1::float8[], $2::bigint[]) s (fraction, later)
            where r.question_due_at is not null
                and r.questions::jsonb -> 'open' @> jsonb_build_array(jsonb_build_object('id', cast(q.id as text)))
                and not exists (select from reminder m where m.referral_id = r.id and m.kind = 'QUESTION'
                    and m.about = cast(q.id as text))
            on conflict do nothing
            """;
    private static final String DEFERRALS = """
            insert into reminder (referral_id, kind, about, fraction, due_at, dossier_version, at)
            select r.id, 'DEFERRAL', cast(r.deferred_until as text) || '/' || cast(r.dossier_version as text), s.fraction, e.ends, r.dossier_version,
                e.ends + s.later * interval '1 second'
            from referral r
                cross join lateral (select cast(r.deferred_until as timestamp) at time zone 'Europe/Paris' as ends) e
                cross join unnest($1::float8[], $2::bigint[]) s (fraction, later)
            where r.state = 'DEFERRED' and r.deferred_until is not null and not exists (
                select from reminder m where m.referral_id = r.id and m.kind = 'DEFERRAL'
                    and m.about = cast(r.deferred_until as text) || '/' || cast(r.dossier_version as text))
            on conflict do nothing
            """;
    private static final String TELL = """
            with due as (
                select m.id, case when not still_waits(m, r) then 'OVER'
                    when exists (select from reminder l where l.referral_id = m.referral_id and l.kind = m.kind
                        and case when l.about = m.about then l.fraction > m.fraction and l.at <= clock_timestamp()
                            else m.kind = 'FACTS' and l.id > m.id end)
                    then 'OVERTAKEN' end as why
                from reminder m join referral r on r.id = m.referral_id
                where m.state = 'SCHEDULED' and m.at <= clock_timestamp()
                order by m.at, m.id limit $1
                for update of m skip locked for share of r skip locked)
            update reminder m set state = case when d.why is null then 'WAITING' else 'SKIPPED' end,
                skipped_because = d.why, next_at = clock_timestamp(),
                told_at = case when d.why is null then clock_timestamp() end,
                ended_at = case when d.why is null then null else clock_timestamp() end
            from due d where d.id = m.id and m.state = 'SCHEDULED'
            """;

    private final PlainStatements statements;

    PostgresReminders(PlainStatements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<List<Wait>> unseen(int most) {
        return statements.read(
                UNSEEN,
                Tuple.of(most),
                row -> new Wait(
                        row.getUUID("id"),
                        row.getLong("version"),
                        row.getInteger("dossier_version"),
                        row.getOffsetDateTime("since").toInstant(),
                        row.getLocalDate("birthdate"),
                        row.getLocalDate("until")));
    }

    @Override
    public Uni<Void> schedule(List<Wait> waits, List<Duration> times, List<Step> steps) {
        var values = Tuple.of(
                each(waits, Wait::referral, UUID[]::new),
                each(waits, Wait::version, Long[]::new),
                each(waits, Wait::dossierVersion, Integer[]::new),
                each(waits, wait -> wait.since().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                each(times, time -> (double) time.toSeconds(), Double[]::new),
                fractions(steps));
        return statements.change(FACTS, values.addValue(later(steps))).replaceWithVoid();
    }

    private static <R, T> T[] each(List<R> rows, Function<R, T> read, IntFunction<T[]> array) {
        return rows.stream().map(read).toArray(array);
    }

    @Override
    public Uni<Integer> scheduleQuestions(List<Step> steps) {
        return statements.change(QUESTIONS, Tuple.of(fractions(steps), later(steps)));
    }

    @Override
    public Uni<Integer> scheduleDeferrals(List<Step> steps) {
        return statements.change(DEFERRALS, Tuple.of(fractions(steps), later(steps)));
    }

    @Override
    public Uni<Integer> tell(int most) {
        return statements.change(TELL, Tuple.of(most));
    }

    private static Double[] fractions(List<Step> steps) {
        return steps.stream().map(Step::fraction).toArray(Double[]::new);
    }

    private static Long[] later(List<Step> steps) {
        return steps.stream().map(step -> step.later().toSeconds()).toArray(Long[]::new);
    }
}
