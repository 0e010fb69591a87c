package fr.genereferral.eligibility.preview;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Refused.Violation;
import fr.genereferral.eligibility.RulePack;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulesInForce;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether there are rules to look at a dossier with: on that day, in those versions, for those therapies. */
@ApplicationScoped
class ThoughtCheck {
    private final RulePacks packs;

    ThoughtCheck(RulePacks packs) {
        this.packs = packs;
    }

    /**
     * @param body the whole request
     * @param json where the thought is written, at the pointer
     */
    Uni<List<Violation>> violations(JsonNode body, JsonNode json, String pointer, Thought thought) {
        return packs.firstDay(body.at("/dossier/disease/orpha").textValue()).chain(first -> {
            // Before any rule every therapy would be unknown, and an answer without verdicts would read like a no.
            if (first.filter(thought.rulesOn()::isBefore).isPresent()) {
                var early = new Violation(
                        whoseDay(json, pointer),
                        "NO_RULES_IN_FORCE",
                        first.get().toString());
                return Uni.createFrom().item(List.of(early));
            }
            return packs.inForce(thought.rulesOn(), thought.versions()).map(rules -> {
                var found = new ArrayList<>(therapies(body.path("therapiesSought"), rules));
                found.addAll(versions(json.path("versions"), pointer + "/versions/", rules));
                return found;
            });
        });
    }

    /** Where the day was named that is too early; a second thought without one has the first one's. */
    private static String whoseDay(JsonNode json, String pointer) {
        if (json.has("rulesOn")) {
            return pointer + "/rulesOn";
        }
        return (json.has("asOf") ? pointer : "") + "/asOf";
    }

    private static List<Violation> therapies(JsonNode sought, RulesInForce rules) {
        var found = new ArrayList<Violation>();
        for (var i = 0; i < sought.size(); i++) {
            if (rules.pack(sought.get(i).textValue()).isEmpty()) {
                var allowed =
                        rules.all().stream().map(RulePack::therapy).sorted().collect(Collectors.joining(", "));
                found.add(new Violation("/therapiesSought/" + i, "THERAPY_UNKNOWN", allowed));
            }
        }
        return found;
    }

    private static List<Violation> versions(JsonNode named, String pointer, RulesInForce rules) {
        var found = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (var i = 0; i < named.size(); i++) {
            var therapy = named.get(i).path("therapy").asText();
            var version = rules.pack(therapy).map(RulePack::version);
            if (!seen.add(therapy)) {
                found.add(new Violation(pointer + i, "DUPLICATE", null));
            } else if (!version.equals(Optional.of(named.get(i).path("version").asInt()))) {
                found.add(new Violation(
                        pointer + i,
                        "VERSION_UNKNOWN",
                        version.map(String::valueOf).orElse(null)));
            }
        }
        return found;
    }
}
