package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Lookalikes;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Marks and comparisons over plain statements: each is bounded, and none holds a referral's row. */
@ApplicationScoped
class PostgresLookalikes implements Lookalikes {
    private static final String OPEN = ".state not in ('COMPLETED', 'CANCELLED', 'MERGED', 'ENTERED_IN_ERROR')";

    private static final String NOT_COMPARED =
            "select id from referral where not compared and clock_started_at is not null and id <> all($2)"
                    + " order by clock_started_at, id limit $1";

    private static final String WAITING =
            "select coalesce(extract(epoch from now() - min(clock_started_at)), 0)::bigint"
                    + " as seconds from referral where not compared and clock_started_at is not null";

    /** Of this number nobody else takes a lock. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(20261127, 30) as alone";

    private static final String FIELDS =
            "select referral_id, field, sealed from identity_field where referral_id = any($1)";

    private static final String DOSSIERS =
            "select d.referral_id, d.document, r.identity_version from dossier d join referral r on r.id = d.referral_id"
                    + " where d.referral_id = any($1) and d.version = 1";

    private static final String AS_READ =
            "select 1 from referral where id = $1 and identity_version = $2 for key share";

    private static final String CORRECTED =
            "select 1 from referral r join unnest($1::uuid[], $2::int[]) as read (id, version) on read.id = r.id"
                    + " where r.identity_version <> read.version";

    private static final String MET =
            "select m.referral_id, l.id as living, (l.clock_started_at, l.id) > (o.clock_started_at, o.id) as later,"
                    + " case when (l.clock_started_at, l.id) > (o.clock_started_at, o.id) then " + holdable("l")
                    + " else " + holdable("o") + " end and " + unsaid("m.referral_id") + " and " + unsaid("l.id")
                    + " as may_be_held"
                    + " from (select distinct referral_id from likeness_mark where mark = any($2)) m"
                    + " join referral r on r.id = m.referral_id"
                    // The child is being referred still, under another one's name.
                    + " join referral l on l.id = case when r.state = 'MERGED' then r.superseded_by else r.id end, referral o"
                    + " where o.id = $1 and l.id <> $1 and o" + OPEN + " and l" + OPEN
                    + " and not exists (select 1 from comparison c"
                    + " where c.outdated_at is null and c.looked_at in ($1, m.referral_id) and c.other in ($1, m.referral_id))"
                    + " order by m.referral_id desc limit $3";

    private static final String OF_THE_PAST =
            "comparison c where c.outdated_at is not null and (c.looked_at = r.id or c.other = r.id)";

    private static final String HELD_FOR_THE_PAST =
            "select r.id from referral r where r.state = 'DUPLICATE_REVIEW' and not r.merging and exists (select 1 from "
                    + OF_THE_PAST + ") and not exists (select 1 from " + OF_THE_PAST
                    + " and exists (select 1 from referral o where o.id in (c.looked_at, c.other) and not o.compared))"
                    // Held for one whose comparison was not kept: it is compared again, and its marks are there for it.
                    + " and not exists (select 1 from likeness_mark own join likeness_mark its on its.mark = own.mark"
                    + " join referral o on o.id = its.referral_id"
                    + " where own.referral_id = r.id and o.id <> r.id and not o.compared)";

    private record Compared(UUID lookedAt, Found found, Instant at) {}

    private static final BulkInsert<Compared> COMPARISON = BulkInsert.<Compared>into("comparison")
            .uuid("looked_at", Compared::lookedAt)
            .uuid("other", row -> row.found().other())
            .instant("at", Compared::at)
            .text("outcome", row -> row.found().outcome())
            .numeric("bits", row -> BigDecimal.valueOf(row.found().bits()))
            .text("agreements", row -> row.found().agreements());

    private final Pool pool;
    private final PlainStatements statements;
    private final Clock clock;

    PostgresLookalikes(Pool pool, PlainStatements statements, Clock clock) {
        this.pool = pool;
        this.statements = statements;
        this.clock = clock;
    }

    private static String holdable(String of) {
        return "%1$s.routing = 0 and %1$s.state in ('ASSESSING', 'AWAITING_INFORMATION', 'DEFERRED', 'NOT_ELIGIBLE')"
                .formatted(of);
    }

    /** Of whom a person has said that they are two nobody is held again: no list would show that one. */
    private static String unsaid(String other) {
        return "coalesce((select d.decision from duplicate_decision d where d.one = least(o.id, %1$s)".formatted(other)
                + " and d.other = greatest(o.id, %1$s) order by d.spoken desc limit 1), 'CALLED_OFF') = 'CALLED_OFF'"
                        .formatted(other);
    }

    /** The lock is that of a transaction, so that it goes with its connection. */
    @Override
    public Uni<Integer> alone(Supplier<Uni<Integer>> work) {
        return pool.withTransaction(transaction -> transaction
                .query(ALONE)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("alone")
                        ? work.get()
                        : Uni.createFrom().item(0)));
    }

    @Override
    public Uni<List<UUID>> notCompared(int most, Collection<UUID> but) {
        return statements.read(NOT_COMPARED, Tuple.of(most, but.toArray(UUID[]::new)), row -> row.getUUID("id"));
    }

    @Override
    public Uni<Duration> waiting() {
        return statements
                .read(WAITING, Tuple.tuple(), row -> Duration.ofSeconds(row.getLong("seconds")))
                .map(found -> found.get(0));
    }

    @Override
    public Uni<List<Kept>> kept(Collection<UUID> ids) {
        var asked = Tuple.of(ids.toArray(UUID[]::new));
        // How often it was written comes first: what is corrected in between is taken for what it was, and not the
        // other way round.
        return asPlatform(transaction -> ask(transaction, DOSSIERS, asked)
                .chain(dossiers -> ask(transaction, FIELDS, asked).map(fields -> kept(fields, dossiers))));
    }

    private static List<Kept> kept(RowSet<Row> fields, RowSet<Row> dossiers) {
        Map<UUID, Map<String, byte[]>> identities = new LinkedHashMap<>();
        fields.forEach(row -> identities
                .computeIfAbsent(row.getUUID("referral_id"), id -> new HashMap<>())
                .put(row.getString("field"), row.getBuffer("sealed").getBytes()));
        return each(dossiers, row -> {
            var id = row.getUUID("referral_id");
            return new Kept(
                    id,
                    row.getInteger("identity_version"),
                    identities.getOrDefault(id, Map.of()),
                    row.getString("document"));
        });
    }

    @Override
    public Uni<Void> mark(UUID id, int identity, Set<String> marks) {
        return asPlatform(transaction -> ask(transaction, AS_READ, Tuple.of(id, identity))
                        .invoke(found -> demandAsRead(found.size() > 0))
                        .chain(() -> ask(transaction, "delete from likeness_mark where referral_id = $1", Tuple.of(id)))
                        .chain(() -> ask(
                                transaction,
                                "insert into likeness_mark (referral_id, mark) select $1::uuid, unnest($2::text[])"
                                        + " on conflict do nothing",
                                Tuple.of(id, marks.toArray(String[]::new)))))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Met>> met(UUID id, Set<String> marks, int most) {
        return asPlatform(transaction -> ask(transaction, MET, Tuple.of(id, marks.toArray(String[]::new), most)))
                .map(rows -> each(
                        rows,
                        row -> new Met(
                                row.getUUID("referral_id"),
                                row.getUUID("living"),
                                row.getBoolean("later"),
                                row.getBoolean("may_be_held"))));
    }

    /** Of two that look at the same pair at the same instant the second fails, and finds it compared when it looks again. */
    @Override
    public Uni<Void> compared(UUID id, List<Found> found, Map<UUID, Integer> read, Access access) {
        var at = clock.instant();
        return asPlatform(transaction -> ask(
                        transaction, "update referral set compared = true where id = $1 and not compared", Tuple.of(id))
                .chain(done -> done.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : AuditRow.INSERT
                                .run(transaction, List.of(new AuditRow(id, access, at)))
                                .chain(() -> found.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : COMPARISON
                                                .run(
                                                        transaction,
                                                        found.stream()
                                                                .map(one -> new Compared(id, one, at))
                                                                .toList())
                                                .replaceWithVoid())
                                .chain(() -> ask(transaction, CORRECTED, pairs(read)))
                                .invoke(corrected -> demandAsRead(corrected.size() == 0))
                                .replaceWithVoid()));
    }

    @Override
    public Uni<List<UUID>> heldForThePast() {
        return statements.read(HELD_FOR_THE_PAST, Tuple.tuple(), row -> row.getUUID("id"));
    }

    private static Tuple pairs(Map<UUID, Integer> read) {
        var ids = List.copyOf(read.keySet());
        return Tuple.of(ids.toArray(UUID[]::new), ids.stream().map(read::get).toArray(Integer[]::new));
    }

    /** Else all of it is undone: it is looked at again as it is now. */
    private static void demandAsRead(boolean isAsRead) {
        if (!isAsRead) {
            throw new CorrectedMeanwhile();
        }
    }

    private <T> Uni<T> asPlatform(Function<SqlClient, Uni<T>> work) {
        return statements.together(work::apply);
    }

    private static Uni<RowSet<Row>> ask(SqlClient transaction, String statement, Tuple values) {
        return transaction.preparedQuery(statement).execute(values);
    }

    private static <T> List<T> each(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
