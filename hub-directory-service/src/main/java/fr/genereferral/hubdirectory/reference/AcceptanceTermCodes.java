package fr.genereferral.hubdirectory.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.web.AcceptanceCodes;
import fr.genereferral.hubdirectory.web.AcceptanceCodes.Code;
import fr.genereferral.hubdirectory.web.AcceptanceCodes.Kind;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a hub may name with its yes, each code with its days and where it comes from. */
@Schema(name = "AcceptanceTermCodes")
record AcceptanceTermCodes(List<Item> conditions, List<Item> bring) {

    /**
     * One code.
     *
     * @param from first day on which it may be chosen
     * @param until last one; absent while none is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AcceptanceTermCode")
    record Item(String code, Label label, LocalDate from, LocalDate until, String source) {
        private static Item of(Code row) {
            return new Item(row.code(), new Label(row.fr(), row.en()), row.from(), row.until(), row.source());
        }
    }

    static AcceptanceTermCodes of(AcceptanceCodes codes) {
        return new AcceptanceTermCodes(items(codes, Kind.CONDITIONS), items(codes, Kind.BRING));
    }

    private static List<Item> items(AcceptanceCodes codes, Kind kind) {
        return codes.all(kind).stream().map(Item::of).toList();
    }
}
