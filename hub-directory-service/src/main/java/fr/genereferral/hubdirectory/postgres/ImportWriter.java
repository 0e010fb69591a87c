package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.HubChanged;
import fr.genereferral.hubdirectory.ImportPlan;
import fr.genereferral.hubdirectory.ImportRefused;
import fr.genereferral.hubdirectory.Imports;
import fr.genereferral.hubdirectory.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries an import out in one transaction; how far it is, others read from rows that a connection of their own writes. */
@ApplicationScoped
class ImportWriter {
    /** Held as long as an import's transaction lives. */
    static final String LOCK = "hashtextextended('directory-import', 0)";

    static final String BEGINNING = "hashtextextended('directory-import-begins', 0)";

    private static final int CHUNK = 500;
    /** The key stays: an offer that names a hub meanwhile does not wait for the import, nor the import for it. */
    private static final String LOCK_HUBS = "select id from hub order by id for no key update";

    private static final String END =
            "insert into directory_import_end" + " values (:id, 'DONE', null, :changes, '[]', clock_timestamp())";
    private static final String PROGRESS =
            "insert into directory_import_progress (import_id, done) values ($1, $2) on conflict do nothing";

    private final DatabaseClock clock;
    private final Outbox outbox;
    private final Pool pool;

    ImportWriter(DatabaseClock clock, Outbox outbox, Pool pool) {
        this.clock = clock;
        this.outbox = outbox;
        this.pool = pool;
    }

    /** @param rows of the file */
    record Task(int rows, Imports.Planning planning, Imports.Consequence consequence) {}

    /** Its end is stored with it; where somebody has found it dead and said so there is one already, and all is undone. */
    Uni<Void> write(Mutiny.Session session, UUID id, Task task) {
        // Taken before the directory is locked: whoever waits for that holds a connection, and there are not many.
        return alone(session, LOCK)
                .chain(() ->
                        pool.withConnection(beside -> written(session, task, rows -> progress(beside, id, rows), id)));
    }

    private Uni<Void> written(Mutiny.Session session, Task task, IntFunction<Uni<Void>> progress, UUID id) {
        return DirectoryLock.alone(session)
                .chain(() -> session.createNativeQuery(LOCK_HUBS, String.class).getResultList())
                .chain(() -> PostgresHubs.read(session))
                .invoke(session::clear)
                .chain(hubs -> clock.now(session).chain(now -> {
                    var plan = planned(hubs, now, task);
                    return store(session, plan, task.rows(), progress, now)
                            .chain(() -> consequences(session, plan, task.consequence()))
                            .chain(() -> ended(session, id, plan));
                }));
    }

    private static ImportPlan planned(List<Hub> hubs, Instant now, Task task) {
        var byId = new HashMap<String, Hub>();
        hubs.forEach(hub -> byId.put(hub.id(), hub));
        var plan = task.planning().apply(byId, now);
        if (!plan.faults().isEmpty()) {
            throw new ImportRefused(plan.faults());
        }
        return plan;
    }

    private Uni<Void> store(
            Mutiny.Session session, ImportPlan plan, int all, IntFunction<Uni<Void>> progress, Instant now) {
        var changed = plan.changed();
        var done = Uni.createFrom().voidItem();
        for (var from = 0; from < changed.size(); from += CHUNK) {
            var chunk = changed.subList(from, Math.min(from + CHUNK, changed.size()));
            var rows = (int) ((long) all * (from + chunk.size()) / changed.size());
            done = done.chain(() -> store(session, chunk, now)).chain(() -> progress.apply(rows));
        }
        return done;
    }

    private static Uni<Void> ended(Mutiny.Session session, UUID id, ImportPlan plan) {
        return session.createNativeQuery(END)
                .setParameter("id", id)
                .setParameter("changes", plan.changes().size())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> store(Mutiny.Session session, List<Hub> chunk, Instant now) {
        var rows = new BulkRows();
        var events = new ArrayList<HubChanged>();
        for (var hub : chunk) {
            var news = hub.takeNews();
            rows.add(hub, news);
            events.addAll(news.events());
        }
        return rows.write(session).chain(() -> outbox.append(session, events, now));
    }

    /** Only where somebody is being asked. */
    private static Uni<Void> consequences(Mutiny.Session session, ImportPlan plan, Imports.Consequence consequence) {
        var fewer = plan.changes().stream()
                .filter(ImportPlan.Change::mayTakeAway)
                .map(change -> change.entry().event())
                .toList();
        if (fewer.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createQuery("select distinct o.hub.id from Offer o where o.state = OPEN", String.class)
                .getResultList()
                .chain(asked -> {
                    var done = Uni.createFrom().voidItem();
                    for (var event : fewer) {
                        if (asked.contains(event.hub())) {
                            done = done.chain(() -> consequence.of(event.hub(), event.therapy()));
                        }
                    }
                    return done;
                });
    }

    /** Seen at once by whoever asks: the import's own transaction shows nothing before its end. */
    private static Uni<Void> progress(SqlConnection beside, UUID id, int rows) {
        return beside.begin().chain(transaction -> beside.query("select set_config('app.orgs', 'platform', true)")
                .execute()
                .chain(() -> beside.preparedQuery(PROGRESS).execute(Tuple.of(id, rows)))
                .chain(transaction::commit)
                .onFailure()
                .call(transaction::rollback));
    }

    static Uni<Void> alone(Mutiny.Session session, String lock) {
        return session.createNativeQuery("select cast(pg_advisory_xact_lock(" + lock + ") as text)", String.class)
                .getSingleResult()
                .replaceWithVoid();
    }
}
