package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to the match runs that were made, as they were made. */
public interface MatchRuns {

    /**
     * Those of a period, oldest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    Uni<List<Recorded>> page(Period period, UUID after, int limit);

    /** From the first to the last day, both included. */
    record Period(LocalDate from, LocalDate to) {}

    /** A run, and the region that its journey began in; empty for an origin that the directory does not know. */
    record Recorded(MatchRun run, Optional<Region> region) {}

    /** A region by its INSEE code. */
    record Region(String code, String name) {}
}
