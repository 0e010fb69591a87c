package fr.genereferral.hubdirectory.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.DirectoryAnomaly.Reporter;
import fr.genereferral.hubdirectory.EntryChange.Hand;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.ImportFile;
import fr.genereferral.hubdirectory.ImportPlan;
import fr.genereferral.hubdirectory.ImportRefused;
import fr.genereferral.hubdirectory.Imports;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** A file is tried, or taken in: all of it or nothing, after the caller has been told where to look. */
@ApplicationScoped
class ImportingDirectory {
    private static final Logger LOG = Logger.getLogger(ImportingDirectory.class);

    private final Imports imports;
    private final AskingTheNext asking;

    ImportingDirectory(Imports imports, AskingTheNext asking) {
        this.imports = imports;
        this.asking = asking;
    }

    /** What the file would change. */
    Uni<ImportPlan> tryOut(ImportFile file, Reporter by) {
        return imports.dryRun(planning(file, by));
    }

    /** Begins, and goes on without the caller. */
    Uni<UUID> begin(ImportFile file, Reporter by, IdempotencyKey key) {
        return imports.begin(file.rows(), by, key)
                .invoke(job -> {
                    if (job.fresh()) {
                        aside(() -> carriedOut(job.id(), file, by));
                    }
                })
                .map(Imports.Begun::id);
    }

    private static Imports.Planning planning(ImportFile file, Reporter by) {
        return (hubs, now) -> ImportPlan.of(file, hubs, new Hand(by.person(), now), UuidCreator::getTimeOrderedEpoch);
    }

    private Uni<Void> carriedOut(UUID id, ImportFile file, Reporter by) {
        return imports.carryOut(id, file.rows(), planning(file, by), asking::insteadOf)
                .onFailure(ImportRefused.class)
                .recoverWithUni(refused -> imports.fail(id, "IMPORT_FAULTS", refused.faults()))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "importId=%s was interrupted", id);
                    return imports.fail(id, "IMPORT_INTERRUPTED", List.of());
                })
                .onFailure()
                // Whoever asks next finds the import dead.
                .invoke(failure -> LOG.warnf(failure, "importId=%s has failed, and so has saying so", id));
    }

    /** In a context of its own: the caller's request ends, and its session with it. */
    private static void aside(Supplier<Uni<Void>> work) {
        var context = VertxContext.createNewDuplicatedContext();
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(now -> work.get().subscribe().with(done -> {}, failed -> {}));
    }
}
