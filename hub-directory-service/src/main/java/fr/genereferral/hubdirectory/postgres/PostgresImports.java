package fr.genereferral.hubdirectory.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.DirectoryAnomaly;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.ImportFault;
import fr.genereferral.hubdirectory.ImportPlan;
import fr.genereferral.hubdirectory.Imports;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The life of an import: begun in one transaction, carried out and ended in another, or ended by whoever finds it dead. */
@ApplicationScoped
class PostgresImports implements Imports {
    private static final String INTERRUPTED = "IMPORT_INTERRUPTED";

    /**
     * One without an end, whose lock nobody holds: its transaction is gone, or, for a moment after it was begun, not yet
     * there.
     */
    private static final String BURY = "insert into directory_import_end"
            + " select i.id, 'FAILED', '" + INTERRUPTED + "', 0, '[]', clock_timestamp() from directory_import i"
            + " where i.started_at < clock_timestamp() - interval '10 seconds'"
            + " and not exists (select 1 from directory_import_end e where e.import_id = i.id)"
            + " and pg_try_advisory_xact_lock(" + ImportWriter.LOCK + ") on conflict do nothing";

    private static final String RUNNING =
            "select count(*) from ImportRow i" + " where not exists (select 1 from ImportEndRow e where e.id = i.id)";
    private static final String FAIL = "insert into directory_import_end"
            + " values (:id, 'FAILED', :code, 0, :faults, clock_timestamp()) on conflict do nothing";
    private static final String DONE =
            "select coalesce(max(done), 0) from directory_import_progress where import_id = :id";

    private final Transactions transactions;
    private final DatabaseClock clock;
    private final OncePerKey once;
    private final ImportWriter writer;

    PostgresImports(Transactions transactions, DatabaseClock clock, OncePerKey once, ImportWriter writer) {
        this.transactions = transactions;
        this.clock = clock;
        this.once = once;
        this.writer = writer;
    }

    @Override
    public Uni<ImportPlan> dryRun(Planning planning) {
        return transactions.as(Rights.national(), session -> PostgresHubs.read(session)
                .invoke(session::clear)
                .chain(hubs -> clock.now(session).map(now -> {
                    var byId = new HashMap<String, Hub>();
                    hubs.forEach(hub -> byId.put(hub.id(), hub));
                    return planning.apply(byId, now);
                })));
    }

    @Override
    public Uni<Begun> begin(int rows, DirectoryAnomaly.Reporter by, IdempotencyKey key) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return transactions.as(
                Rights.platform(),
                session -> once.once(
                        session,
                        key,
                        new OncePerKey.Subject(null, id.toString()),
                        earlier -> Uni.createFrom().item(new Begun(UUID.fromString(earlier.made()), false)),
                        () -> begun(session, new Begun(id, true), rows, by)));
    }

    /** Those that begin at the same instant come one after the other. */
    private Uni<Begun> begun(Mutiny.Session session, Begun job, int rows, DirectoryAnomaly.Reporter by) {
        return ImportWriter.alone(session, ImportWriter.BEGINNING)
                .chain(() -> session.createNativeQuery(BURY).executeUpdate())
                .chain(() -> session.createQuery(RUNNING, Long.class).getSingleResult())
                .invoke(running -> {
                    if (running > 0) {
                        throw Refused.because("IMPORT_RUNNING");
                    }
                })
                .chain(() -> clock.now(session))
                .chain(now -> session.persist(new ImportRow(job.id(), rows, by, now)))
                .replaceWith(job);
    }

    @Override
    public Uni<Void> carryOut(UUID id, int rows, Planning planning, Consequence consequence) {
        return transactions.as(
                Rights.platform(),
                session -> writer.write(session, id, new ImportWriter.Task(rows, planning, consequence)));
    }

    @Override
    public Uni<Void> fail(UUID id, String code, List<ImportFault> faults) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(FAIL)
                .setParameter("id", id)
                .setParameter("code", code)
                .setParameter("faults", JsonColumn.write(faults))
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<Job> byId(UUID id) {
        return transactions.as(Rights.platform(), session -> session.find(ImportRow.class, id)
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .call(() -> session.createNativeQuery(BURY).executeUpdate())
                .chain(row -> session.find(ImportEndRow.class, id)
                        .chain(end -> done(session, id).map(done -> job(row, end, done)))));
    }

    private static Uni<Integer> done(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(DONE, Integer.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private static Job job(ImportRow row, ImportEndRow end, int done) {
        return new Job(
                row.id(),
                row.rows(),
                done,
                row.startedAt(),
                Optional.ofNullable(end).map(ImportEndRow::end));
    }
}
