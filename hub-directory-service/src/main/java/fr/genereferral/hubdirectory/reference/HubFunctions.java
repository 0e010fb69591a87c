package fr.genereferral.hubdirectory.reference;

import fr.genereferral.hubdirectory.HubFunction;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who speaks for a hub on the telephone: the functions that are in force from a day on. */
@Schema(name = "HubFunctions")
record HubFunctions(LocalDate effectiveFrom, List<Item> items) {

    /** One function. */
    @Schema(name = "HubFunctionItem")
    record Item(HubFunction code, Label label) {}

    static HubFunctions of(ReferenceData data) {
        return new HubFunctions(data.effectiveFrom(), data.items("functions", HubFunction.class, Item::new));
    }
}
