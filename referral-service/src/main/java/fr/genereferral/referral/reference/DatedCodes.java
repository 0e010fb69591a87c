package fr.genereferral.referral.reference;

import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.ProblemCatalogue.Text;
import fr.genereferral.referral.web.Texts;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that may, might or will be chosen, with its days and where it comes from. */
@Schema(name = "DatedCodes")
record DatedCodes(List<Item> items) {

    /**
     * @param kind what it is chosen for
     * @param from first day on which it may be chosen
     * @param until last one; absent while none is known
     */
    @Schema(name = "DatedCode")
    record Item(CodeCatalogue.Kind kind, String code, LocalDate from, LocalDate until, String source, Text label) {}

    static DatedCodes of(CodeCatalogue codes) {
        var french = Texts.in("fr");
        var english = Texts.in("en");
        return new DatedCodes(codes.all().stream()
                .map(row -> {
                    var kind = row.value().kind();
                    var code = row.value().code();
                    var key = kind.words() + "." + code;
                    var label = new Text(french.of(key, code), english.of(key, code));
                    return new Item(kind, code, row.from(), row.until(), row.source(), label);
                })
                .toList());
    }
}
