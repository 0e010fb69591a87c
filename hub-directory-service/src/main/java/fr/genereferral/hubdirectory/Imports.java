package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Port to imports of the directory: one at a time, each all or nothing. */
public interface Imports {

    /** Makes a plan from the directory as it stands, by id, and the database's time. */
    @FunctionalInterface
    interface Planning extends BiFunction<Map<String, Hub>, Instant, ImportPlan> {}

    /** What follows when a hub may do less: joins the import's transaction. */
    @FunctionalInterface
    interface Consequence {
        /** @param therapy null for every therapy */
        Uni<Void> of(String hub, String therapy);
    }

    /**
     * An import that was asked for.
     *
     * @param fresh false for one that was begun before, under the same key
     */
    record Begun(UUID id, boolean fresh) {}

    /** How far an import is. */
    record Job(UUID id, int rows, int done, Instant startedAt, Optional<End> end) {}

    /**
     * How an import has ended.
     *
     * @param code why it has failed; null when it has not
     */
    record End(ImportState state, String code, int changes, List<ImportFault> faults, Instant at) {}

    /** Nothing is stored. */
    Uni<ImportPlan> dryRun(Planning planning);

    /** Once for each key; fails with IMPORT_RUNNING while another one runs. */
    Uni<Begun> begin(int rows, DirectoryAnomaly.Reporter by, IdempotencyKey key);

    /**
     * Carries a plan out, all of it or nothing; fails with {@link ImportRefused} for a plan with faults.
     *
     * @param rows how many the file has: what is done is told as a part of them
     */
    Uni<Void> carryOut(UUID id, int rows, Planning planning, Consequence consequence);

    /** The import has come to nothing. */
    Uni<Void> fail(UUID id, String code, List<ImportFault> faults);

    /** Fails as not found for one that never was; one that was interrupted is told so. */
    Uni<Job> byId(UUID id);
}
