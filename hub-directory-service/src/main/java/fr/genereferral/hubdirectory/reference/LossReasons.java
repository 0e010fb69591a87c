package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.LossReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may become of a child whose hub has lost its accreditation, and why: the codes that are in force from a day on. */
@Schema(name = "LossReasons")
record LossReasons(LocalDate effectiveFrom, List<Decision> items) {

    /** One decision with the reasons that there are for it. */
    @Schema(name = "LossDecisionItem")
    record Decision(LossDecision code, Label label, List<Reason> reasons) {}

    /** One reason. */
    @Schema(name = "LossReasonItem")
    record Reason(LossReason code, Label label) {}

    static LossReasons of(ReferenceData data) {
        var reasons = data.items("reasons", LossReason.class, Reason::new);
        return new LossReasons(
                data.effectiveFrom(),
                data.items(
                        "decisions",
                        LossDecision.class,
                        (code, label) -> new Decision(code, label, reasonsFor(code, reasons))));
    }

    private static List<Reason> reasonsFor(LossDecision decision, List<Reason> all) {
        return all.stream().filter(reason -> reason.code().isFor(decision)).toList();
    }
}
