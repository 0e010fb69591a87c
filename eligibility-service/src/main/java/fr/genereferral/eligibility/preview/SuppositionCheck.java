package fr.genereferral.eligibility.preview;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a schema cannot say of a supposition: it is about something in the dossier, and is so on the day that is judged. */
@ApplicationScoped
class SuppositionCheck {
    private final DossierCheck dossiers;

    SuppositionCheck(DossierCheck dossiers) {
        this.dossiers = dossiers;
    }

    /** @param body the whole request */
    List<Violation> violations(JsonNode body, JsonNode supposed, String pointer, LocalDate asOf) {
        var found = new ArrayList<Violation>();
        dossiers.facts(supposed.path("facts"), pointer + "/facts", asOf, found);
        DossierCheck.notInFuture(supposed.path("antibodies"), pointer + "/antibodies", "date", asOf, found);
        DossierCheck.notInFuture(supposed.path("copyNumbers"), pointer + "/copyNumbers", "date", asOf, found);
        var genetics = body.at("/dossier/genetics");
        DossierCheck.reports(genetics, supposed.path("copyNumbers"), pointer + "/copyNumbers/", found);
        classifications(genetics.path("variants"), supposed.path("classifications"), pointer, found);
        phases(genetics.path("variants"), supposed.path("phases"), pointer, found);
        return found;
    }

    private static void classifications(JsonNode variants, JsonNode supposed, String pointer, List<Violation> found) {
        var names = new HashSet<String>();
        variants.forEach(
                v -> names.add(v.path("gene").asText() + " " + v.path("hgvs").asText()));
        for (var i = 0; i < supposed.size(); i++) {
            var wanted = supposed.get(i).path("gene").asText() + " "
                    + supposed.get(i).path("hgvs").asText();
            if (!names.contains(wanted)) {
                found.add(new Violation(pointer + "/classifications/" + i, "VARIANT_UNKNOWN", null));
            }
        }
    }

    private static void phases(JsonNode variants, JsonNode supposed, String pointer, List<Violation> found) {
        var ids = new HashSet<String>();
        variants.forEach(v -> ids.add(v.path("id").asText()));
        for (var i = 0; i < supposed.size(); i++) {
            for (var variant : supposed.get(i).path("variants")) {
                if (!ids.contains(variant.asText())) {
                    found.add(new Violation(pointer + "/phases/" + i + "/variants", "VARIANT_UNKNOWN", null));
                    break;
                }
            }
        }
    }
}
