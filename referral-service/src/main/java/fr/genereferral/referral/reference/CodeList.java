package fr.genereferral.referral.reference;

import fr.genereferral.referral.web.ProblemCatalogue.Text;
import fr.genereferral.referral.web.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Codes with their labels in both languages, in the order in which they are declared. */
@Schema(name = "CodeList")
record CodeList(List<Code> items) {

    @Schema(name = "Code")
    record Code(String code, Text label) {}

    /** @param kind what the codes name, as the keys of the texts begin */
    static CodeList of(String kind, Enum<?>... codes) {
        return of(kind, Arrays.stream(codes).map(Enum::name).toList());
    }

    static CodeList of(String kind, Collection<String> codes) {
        var french = Texts.in("fr");
        var english = Texts.in("en");
        return new CodeList(codes.stream()
                .map(code -> new Code(
                        code, new Text(french.of(kind + "." + code, code), english.of(kind + "." + code, code))))
                .toList());
    }
}
