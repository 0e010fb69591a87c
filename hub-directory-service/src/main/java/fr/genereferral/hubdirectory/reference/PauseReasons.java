package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.PauseReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a hub takes nobody for a while: the reasons that are in force from a day on. */
@Schema(name = "PauseReasons")
record PauseReasons(LocalDate effectiveFrom, List<Item> items) {

    /** One reason. */
    @Schema(name = "PauseReasonItem")
    record Item(PauseReason code, Label label) {}

    static PauseReasons of(ReferenceData data) {
        return new PauseReasons(data.effectiveFrom(), data.items("reasons", PauseReason.class, Item::new));
    }
}
