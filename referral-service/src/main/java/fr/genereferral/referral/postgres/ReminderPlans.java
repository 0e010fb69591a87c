package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Reminders.Step;
import fr.genereferral.referral.Reminders.Wait;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;

/**
 * What the hospitals of some referrals will be reminded of, written down in a transaction that has locked these.
 *
 * @param ids of the referrals
 */
record ReminderPlans(SqlConnection transaction, UUID[] ids) {
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
            where r.id = any ($1) and r.state = 'AWAITING_INFORMATION' and w.version is not null and not exists (
                select from reminder m where m.referral_id = r.id and m.kind = 'FACTS'
                    and m.about = cast(w.version as text))
            order by r.id
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
                cross join unnest($2::float8[], $3::bigint[]) s (fraction, later)
            where r.id = any ($1) and r.question_due_at is not null
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
                cross join unnest($2::float8[], $3::bigint[]) s (fraction, later)
            where r.id = any ($1) and r.state = 'DEFERRED' and r.deferred_until is not null and not exists (
                select from reminder m where m.referral_id = r.id and m.kind = 'DEFERRAL'
                    and m.about = cast(r.deferred_until as text) || '/' || cast(r.dossier_version as text))
            on conflict do nothing
            """;

    Uni<RowSet<Row>> questions(List<Step> steps) {
        return run(QUESTIONS, Tuple.of(ids, fractions(steps), later(steps)));
    }

    Uni<RowSet<Row>> deferrals(List<Step> steps) {
        return run(DEFERRALS, Tuple.of(ids, fractions(steps), later(steps)));
    }

    /** @param time how long the hospital has to send them */
    Uni<Void> facts(List<Step> steps, Function<Wait, Duration> time) {
        return run(UNSEEN, Tuple.of(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ReminderPlans::wait)
                        .toList())
                .chain(waits -> run(FACTS, values(waits, steps, time)))
                .replaceWithVoid();
    }

    private static Wait wait(Row row) {
        return new Wait(
                row.getUUID("id"),
                row.getLong("version"),
                row.getInteger("dossier_version"),
                row.getOffsetDateTime("since").toInstant(),
                row.getLocalDate("birthdate"),
                row.getLocalDate("until"));
    }

    private static Tuple values(List<Wait> waits, List<Step> steps, Function<Wait, Duration> time) {
        return Tuple.of(
                        each(waits, Wait::referral, UUID[]::new),
                        each(waits, Wait::version, Long[]::new),
                        each(waits, Wait::dossierVersion, Integer[]::new),
                        each(waits, wait -> wait.since().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                        each(waits, wait -> (double) time.apply(wait).toSeconds(), Double[]::new),
                        fractions(steps))
                .addValue(later(steps));
    }

    private Uni<RowSet<Row>> run(String statement, Tuple values) {
        return transaction.preparedQuery(statement).execute(values);
    }

    private static Double[] fractions(List<Step> steps) {
        return each(steps, Step::fraction, Double[]::new);
    }

    private static Long[] later(List<Step> steps) {
        return each(steps, step -> step.later().toSeconds(), Long[]::new);
    }

    private static <R, T> T[] each(List<R> rows, Function<R, T> read, IntFunction<T[]> array) {
        return rows.stream().map(read).toArray(array);
    }
}
