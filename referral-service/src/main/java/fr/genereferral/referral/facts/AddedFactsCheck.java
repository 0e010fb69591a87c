package fr.genereferral.referral.facts;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.FactCheck;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says everything at once that is wrong with facts that arrive, before anybody looks at whose they are. */
@ApplicationScoped
class AddedFactsCheck {
    private static final Set<String> FOUND = Set.of("present", "absent");

    private final BodySchema schema = BodySchema.of("AddedFacts.v1");
    private final FactCheck dictionary;

    AddedFactsCheck(FactCheck dictionary) {
        this.dictionary = dictionary;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    AddedFacts checked(byte[] body) {
        var parsed = StrictJson.parse(body);
        Refused.ifAny(schema.violations(parsed));
        Refused.ifAny(meaning(parsed));
        return new AddedFacts(parsed);
    }

    private List<Violation> meaning(JsonNode body) {
        var found = new ArrayList<Violation>();
        var added = new AddedFacts(body).all();
        if (added.isEmpty()) {
            found.add(new Violation("", "FIELD_MISSING", "facts"));
        }
        found.addAll(dictionary.violations(body.path("facts"), "/facts"));
        added.forEach(one -> stated(one, found));
        idsOnce(added, found);
        return found;
    }

    /**
     * A report or a variant that is sent again under its id is what it has become; of two that come together nobody could
     * tell which is newer.
     */
    private static void idsOnce(List<AddedFacts.Added> added, List<Violation> found) {
        var ids = new HashSet<String>();
        for (var one : added) {
            var id = one.content().path("id").textValue();
            if (id != null && !ids.add(one.kind() + " " + id)) {
                found.add(new Violation(one.pointer() + "/id", "DUPLICATE", null));
            }
        }
    }

    /** A finding without its day could not be told from an older or a newer one. */
    private static void stated(AddedFacts.Added one, List<Violation> found) {
        var statement = one.content();
        var state = statement.path("state").asText(statement.has("copies") ? "present" : "");
        if (state.equals("conflicting")) {
            // Two findings contradict each other; that they do is not for one of them to say.
            found.add(new Violation(one.pointer() + "/state", "VALUE_NOT_ALLOWED", "present, absent"));
        }
        var day = one.kind() == FactKind.VARIANT ? "classifiedOn" : "date";
        var isFinding = FOUND.contains(state) || statement.has("acmgClass");
        if (isFinding && !statement.has(day)) {
            found.add(new Violation(one.pointer() + "/" + day, "FIELD_MISSING", null));
        }
        if (one.kind() == FactKind.FACT && isFinding && !statement.has("source")) {
            found.add(new Violation(one.pointer() + "/source", "FIELD_MISSING", null));
        }
    }
}
