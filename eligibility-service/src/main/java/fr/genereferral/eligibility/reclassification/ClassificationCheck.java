package fr.genereferral.eligibility.reclassification;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Paris;
import fr.genereferral.eligibility.Refused;
import fr.genereferral.eligibility.Refused.Violation;
import fr.genereferral.eligibility.VariantClassifications.Finding;
import fr.genereferral.eligibility.VariantNames;
import fr.genereferral.eligibility.hgvs.Unusable;
import fr.genereferral.eligibility.json.KnowledgeReader;
import fr.genereferral.eligibility.web.BodySchema;
import fr.genereferral.eligibility.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding must name one change of a known gene, for others are found by it; a day that is yet to come is none. */
@ApplicationScoped
class ClassificationCheck {
    private final BodySchema schema = BodySchema.of("VariantClassification");
    private final VariantNames names = new VariantNames(KnowledgeReader.read().genetics());
    private final Clock clock;

    ClassificationCheck(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    Finding finding(byte[] body) {
        var parsed = StrictJson.parse(body);
        refuse(schema.violations(parsed));
        var found = new ArrayList<Violation>();
        var change = change(parsed, found);
        var on = LocalDate.parse(text(parsed, "classifiedOn"));
        var today = Paris.dayOf(clock.instant());
        if (on.isAfter(today)) {
            found.add(new Violation("/classifiedOn", "DATE_IN_FUTURE", today.toString()));
        }
        refuse(found);
        return new Finding(
                text(parsed, "gene"),
                change.orElseThrow(),
                text(parsed, "hgvs"),
                parsed.get("acmgClass").intValue(),
                on,
                text(parsed, "source"));
    }

    private Optional<String> change(JsonNode parsed, List<Violation> found) {
        try {
            var change = names.change(text(parsed, "gene"), text(parsed, "hgvs"));
            if (change.isEmpty()) {
                found.add(new Violation("/gene", "GENE_UNKNOWN", null));
            }
            return change;
        } catch (Unusable e) {
            found.add(new Violation("/hgvs", "NAME_UNUSABLE", e.reason().name()));
            return Optional.empty();
        }
    }

    private static String text(JsonNode parsed, String field) {
        return parsed.get(field).textValue();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }
}
