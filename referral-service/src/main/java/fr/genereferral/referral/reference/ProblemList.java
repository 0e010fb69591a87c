package fr.genereferral.referral.reference;

import fr.genereferral.referral.web.ProblemCatalogue;
import fr.genereferral.referral.web.ProblemCatalogue.Text;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every problem the API can answer with. */
@Schema(name = "ProblemList")
record ProblemList(List<Item> items) {

    /** @param origin SENDER, PLATFORM or HUB: who can do something about it */
    @Schema(name = "ProblemItem")
    record Item(String code, int status, String origin, Text title, Text detail) {}

    static ProblemList of(ProblemCatalogue catalogue) {
        return new ProblemList(catalogue.all().entrySet().stream()
                .map(e -> new Item(
                        e.getKey(),
                        e.getValue().status(),
                        e.getValue().origin(),
                        e.getValue().title(),
                        e.getValue().detail()))
                .toList());
    }
}
