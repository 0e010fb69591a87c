package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Reminder.Kind;
import fr.genereferral.referral.Reminders;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Reminders over plain statements: what is due is asked of the database's clock alone, and two who look tell it once. What has
 * changed is written down first: it may have overtaken what is due.
 */
@ApplicationScoped
class PostgresReminders implements Reminders {
    private static final String UNPLANNED =
            "select id from referral where reminding_unplanned order by id limit $1 for update skip locked";
    private static final String PLANNED = "update referral set reminding_unplanned = false where id = any ($1)";

    private static final String TELL = """
            with due as (
                select m.id, case when m.kind = 'DEFERRAL' and r.state = 'DEFERRED' then 'OVERTAKEN'
                    when not still_waits(m, r) then 'OVER'
                    when exists (select from reminder l where l.referral_id = m.referral_id and l.kind = m.kind
                        and case when l.about = m.about then l.fraction > m.fraction and l.at <= clock_timestamp()
                            when m.kind = 'FACTS' then cast(l.about as bigint) > cast(m.about as bigint)
                            else false end)
                    then 'OVERTAKEN' end as why
                from reminder m join referral r on r.id = m.referral_id
                where m.state = 'SCHEDULED' and m.at <= clock_timestamp() and not r.reminding_unplanned
                    and not is_undecided(m, r)
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
    public Uni<Integer> plan(int most, Map<Kind, List<Step>> steps, Function<Wait, Instant> limit) {
        return statements.together(transaction -> unplanned(transaction, most).chain(ids -> {
            var plans = new ReminderPlans(transaction, ids);
            return ids.length == 0
                    ? Uni.createFrom().item(0)
                    : plans.questions(steps.getOrDefault(Kind.QUESTION, List.of()))
                            .chain(() -> plans.deferrals(steps.getOrDefault(Kind.DEFERRAL, List.of())))
                            .chain(() -> plans.facts(steps.getOrDefault(Kind.FACTS, List.of()), limit))
                            .chain(() -> transaction.preparedQuery(PLANNED).execute(Tuple.of(ids)))
                            .replaceWith(ids.length);
        }));
    }

    /** Locked until they are planned: nobody changes them meanwhile. */
    private static Uni<UUID[]> unplanned(SqlConnection transaction, int most) {
        return transaction.preparedQuery(UNPLANNED).execute(Tuple.of(most)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toArray(UUID[]::new));
    }

    @Override
    public Uni<Integer> tell(int most) {
        return statements.change(TELL, Tuple.of(most));
    }
}
