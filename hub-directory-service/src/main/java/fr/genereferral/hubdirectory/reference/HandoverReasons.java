package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.HandoverReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a colleague goes on with a file: the reasons that are in force from a day on. */
@Schema(name = "HandoverReasons")
record HandoverReasons(LocalDate effectiveFrom, List<Item> items) {

    /** One reason. */
    @Schema(name = "HandoverReasonItem")
    record Item(HandoverReason code, Label label) {}

    static HandoverReasons of(ReferenceData data) {
        return new HandoverReasons(data.effectiveFrom(), data.items("reasons", HandoverReason.class, Item::new));
    }
}
