package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to what seems to be wrong with the directory, and to what was done about it. */
public interface Anomalies {

    /** An anomaly, and its settlement if there is one. */
    record AnomalyFile(DirectoryAnomaly anomaly, Optional<AnomalySettlement> settlement) {}

    /**
     * What a list is asked for.
     *
     * @param hub null for every hub
     * @param settled null for both
     * @param after the last one of the page before; null for the first page
     */
    record AnomalyQuery(String hub, Boolean settled, UUID after, int limit) {}

    /** Once for each key; an unknown hub is INVALID. */
    Uni<AnomalyFile> report(DirectoryAnomaly.Report report, DirectoryAnomaly.Reporter by, IdempotencyKey key);

    /** Newest first; one more than the limit when there are more. */
    Uni<List<AnomalyFile>> list(AnomalyQuery query);

    /** Fails as not found for an anomaly that the reader may not see. */
    Uni<AnomalyFile> byId(UUID id, Rights reader);

    /**
     * Says what was done; fails as not found for another hub's, and with ANOMALY_SETTLED when somebody has said it before.
     *
     * @param hub whose anomalies may be settled; null for every hub's
     */
    Uni<AnomalyFile> settle(UUID id, String hub, AnomalyOutcome outcome, DirectoryAnomaly.Reporter by);
}
