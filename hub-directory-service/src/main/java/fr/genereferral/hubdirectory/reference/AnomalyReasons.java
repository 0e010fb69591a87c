package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.AnomalyOutcome;
import fr.genereferral.hubdirectory.AnomalyReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be wrong with an entry, and what can be done about it: the codes that are in force from a day on. */
@Schema(name = "AnomalyReasons")
record AnomalyReasons(LocalDate effectiveFrom, List<Reason> reasons, List<Outcome> outcomes) {

    /** One reason. */
    @Schema(name = "AnomalyReasonItem")
    record Reason(AnomalyReason code, Label label) {}

    /** One outcome. */
    @Schema(name = "AnomalyOutcomeItem")
    record Outcome(AnomalyOutcome code, Label label) {}

    static AnomalyReasons of(ReferenceData data) {
        return new AnomalyReasons(
                data.effectiveFrom(),
                data.items("reasons", AnomalyReason.class, Reason::new),
                data.items("outcomes", AnomalyOutcome.class, Outcome::new));
    }
}
