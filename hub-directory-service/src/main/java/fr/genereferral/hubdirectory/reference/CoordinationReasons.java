package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.AssignmentReason;
import fr.genereferral.hubdirectory.ReopeningReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the coordinator asks a hub by hand, or lets a search begin anew: the codes that are in force from a day on. */
@Schema(name = "CoordinationReasons")
record CoordinationReasons(LocalDate effectiveFrom, List<Move> items) {

    /** One move with the reasons that there are for it. */
    @Schema(name = "CoordinationMove")
    record Move(String code, List<Reason> reasons) {}

    /** One reason. */
    @Schema(name = "CoordinationReason")
    record Reason(String code, Label label) {
        private static Reason of(Enum<?> code, Label label) {
            return new Reason(code.name(), label);
        }
    }

    static CoordinationReasons of(ReferenceData data) {
        return new CoordinationReasons(
                data.effectiveFrom(),
                List.of(
                        new Move("ASSIGN_HUB", data.items("assignment", AssignmentReason.class, Reason::of)),
                        new Move("REOPEN_SEARCH", data.items("reopening", ReopeningReason.class, Reason::of))));
    }
}
