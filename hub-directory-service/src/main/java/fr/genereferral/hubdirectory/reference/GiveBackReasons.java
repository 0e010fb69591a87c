package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.GiveBackReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a hub takes its yes back: the reasons that are in force from a day on. */
@Schema(name = "GiveBackReasons")
record GiveBackReasons(LocalDate effectiveFrom, List<Item> items) {

    /**
     * One reason.
     *
     * @param forGood the hub is not asked again for this child
     */
    @Schema(name = "GiveBackReasonItem")
    record Item(GiveBackReason code, Label label, boolean forGood) {
        private static Item of(GiveBackReason code, Label label) {
            return new Item(code, label, code.isForGood());
        }
    }

    static GiveBackReasons of(ReferenceData data) {
        return new GiveBackReasons(data.effectiveFrom(), data.items("reasons", GiveBackReason.class, Item::of));
    }
}
