package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.Anomalies.AnomalyFile;
import fr.genereferral.hubdirectory.AnomalyOutcome;
import fr.genereferral.hubdirectory.AnomalyReason;
import fr.genereferral.hubdirectory.HubField;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What seems to be wrong with an entry, and what was done about it.
 *
 * @param therapy absent when it is about no therapy
 * @param field absent when it is about no field
 * @param offerId the offer that was declined, when a hub has said it in a decline
 * @param reportedFor the organisation that has reported it; for the coordinator and the auditor alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Anomaly")
record AnomalyRepresentation(
        UUID id,
        String hub,
        String therapy,
        AnomalyReason reason,
        HubField field,
        UUID offerId,
        Instant openedAt,
        String reportedFor,
        Settlement settlement) {

    /** What was done, and which organisation says so. */
    @Schema(name = "AnomalySettled")
    record Settlement(AnomalyOutcome outcome, Instant settledAt, String settledFor) {}

    /** @param national whether the reader may know who has reported it */
    static AnomalyRepresentation from(AnomalyFile file, boolean national) {
        var anomaly = file.anomaly();
        var report = anomaly.report();
        return new AnomalyRepresentation(
                anomaly.id(),
                report.hub(),
                report.therapy(),
                report.reason(),
                report.field(),
                anomaly.offerId(),
                anomaly.openedAt(),
                national ? anomaly.reportedFor() : null,
                file.settlement()
                        .map(s -> new Settlement(s.outcome(), s.settledAt(), s.settledFor()))
                        .orElse(null));
    }
}
