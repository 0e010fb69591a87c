package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Reminders.Step;
import fr.genereferral.referral.Reminders.Wait;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
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
            select r.id, w.version, r.dossier_version, w.since, r.facts_due_at, r.birthdate, (
                    select min(cast(v ->> 'eligibleUntil' as date)) from jsonb_array_elements(r.verdicts::jsonb -> 'all') v
                    where v ->> 'sought' = 'true') as until,
                exists (select from reminder d where d.referral_id = r.id and d.kind = 'DEFERRAL'
                    and d.dossier_version = r.dossier_version
                    and (d.state = 'SCHEDULED' or d.told_at >= w.since)) as told_already
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
            select w.id, 'FACTS', cast(w.version as text), s.fraction, w.due_at, w.dossier_version,
                w.since + (s.fraction * extract(epoch from w.due_at - w.since) + s.later) * interval '1 second'
            from unnest($1::uuid[], $2::bigint[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::boolean[])
                    w (id, version, dossier_version, since, due_at, told_already)
                cross join unnest($7::float8[], $8::bigint[]) s (fraction, later)
            where not (w.told_already and s.fraction < 1)
            on conflict do nothing
            """;
    /** What the hospital is told when it is reminded is what it reads in its questions. */
    private static final String LIMITS = """
            update referral r set facts_due_at = w.due_at from unnest($1::uuid[], $2::timestamptz[]) w (id, due_at)
            where r.id = w.id and r.facts_due_at is null
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
    /** One that holds no longer: it goes on until another day, or has ended before its own. */
    private static final String ENDED_DEFERRALS = """
            update reminder m set state = 'SKIPPED', skipped_because = 'OVERTAKEN', ended_at = clock_timestamp()
            from referral r
            where r.id = any ($1) and m.referral_id = r.id and m.kind = 'DEFERRAL' and m.state = 'SCHEDULED'
                and case when r.state = 'DEFERRED' then m.about is distinct from
                        cast(r.deferred_until as text) || '/' || cast(r.dossier_version as text)
                    else m.due_at > clock_timestamp() end
            """;
    /** Of the clock in Paris, also on a day that has 23 hours, or 25. A day that holds again is written down again. */
    private static final String DEFERRALS = """
            insert into reminder (referral_id, kind, about, fraction, due_at, dossier_version, at)
            select r.id, 'DEFERRAL', cast(r.deferred_until as text) || '/' || cast(r.dossier_version as text), s.fraction,
                cast(r.deferred_until as timestamp) at time zone 'Europe/Paris', r.dossier_version,
                (cast(r.deferred_until as timestamp) + s.later * interval '1 second') at time zone 'Europe/Paris'
            from referral r cross join unnest($2::float8[], $3::bigint[]) s (fraction, later)
            where r.id = any ($1) and r.state = 'DEFERRED' and r.deferred_until is not null
            on conflict (referral_id, kind, about, fraction) do update
                set state = 'SCHEDULED', skipped_because = null, ended_at = null
                where reminder.state = 'SKIPPED' and reminder.told_at is null
            """;

    Uni<RowSet<Row>> questions(List<Step> steps) {
        return run(QUESTIONS, Tuple.of(ids, fractions(steps), later(steps)));
    }

    Uni<RowSet<Row>> deferrals(List<Step> steps) {
        return run(ENDED_DEFERRALS, Tuple.of(ids))
                .chain(() -> run(DEFERRALS, Tuple.of(ids, fractions(steps), later(steps))));
    }

    /**
     * After {@link #deferrals}: who is told that a deferral has ended is told in the same days only that the time is over.
     *
     * @param limit until when the hospital is asked to send them, where the referral does not say so; of null nobody is reminded
     */
    Uni<Void> facts(List<Step> steps, Function<Wait, Instant> limit) {
        return run(UNSEEN, Tuple.of(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ReminderPlans::wait)
                        .map(wait -> wait.dueAt() == null ? wait.until(limit.apply(wait)) : wait)
                        .filter(wait -> wait.dueAt() != null)
                        .toList())
                .chain(waits -> run(FACTS, values(waits, steps)).chain(() -> run(LIMITS, limits(waits))))
                .replaceWithVoid();
    }

    private static Wait wait(Row row) {
        return new Wait(
                row.getUUID("id"),
                row.getLong("version"),
                row.getInteger("dossier_version"),
                row.getOffsetDateTime("since").toInstant(),
                instant(row.getOffsetDateTime("facts_due_at")),
                row.getBoolean("told_already"),
                row.getLocalDate("birthdate"),
                row.getLocalDate("until"));
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Tuple limits(List<Wait> waits) {
        return Tuple.of(
                each(waits, Wait::referral, UUID[]::new),
                each(waits, wait -> wait.dueAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
    }

    private static Tuple values(List<Wait> waits, List<Step> steps) {
        return Tuple.from(List.of(
                each(waits, Wait::referral, UUID[]::new),
                each(waits, Wait::version, Long[]::new),
                each(waits, Wait::dossierVersion, Integer[]::new),
                each(waits, wait -> wait.since().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                each(waits, wait -> wait.dueAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                each(waits, Wait::toldAlready, Boolean[]::new),
                fractions(steps),
                later(steps)));
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
