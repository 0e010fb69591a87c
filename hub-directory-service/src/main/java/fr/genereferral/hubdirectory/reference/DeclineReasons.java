package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.DeclineReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a hub says no, and what follows: the reasons that are in force from a day on. */
@Schema(name = "DeclineReasons")
record DeclineReasons(LocalDate effectiveFrom, List<Item> items) {

    /**
     * One reason.
     *
     * @param forGood the hub is not asked again for this child
     */
    @Schema(name = "DeclineReasonItem")
    record Item(DeclineReason code, Label label, DeclineReason.Follows follows, boolean forGood) {
        private static Item of(DeclineReason code, Label label) {
            return new Item(code, label, code.follows(), code.isForGood());
        }
    }

    static DeclineReasons of(ReferenceData data) {
        return new DeclineReasons(data.effectiveFrom(), data.items("reasons", DeclineReason.class, Item::of));
    }
}
