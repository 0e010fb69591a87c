package fr.genereferral.referral.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a deferral hangs on that no day ends any more: findings that were made, and have to be made anew. */
final class OverdueFacts {
    private final JsonNode verdict;
    private final LocalDate today;
    private final ObjectMapper json;

    /** @param verdict of one therapy, as the explained assessment has it */
    OverdueFacts(JsonNode verdict, LocalDate today, ObjectMapper json) {
        this.verdict = verdict;
        this.today = today;
        this.json = json;
    }

    /** By the criterion that defers, in the shape of what is missing; empty while a day is to come. */
    Map<String, List<JsonNode>> find() {
        var until = verdict.path("deferredUntil").textValue();
        var facts = new LinkedHashMap<String, List<JsonNode>>();
        if (until != null && LocalDate.parse(until).isAfter(today)) {
            return facts;
        }
        var why = until == null ? "date-unknown" : "retest-due";
        for (var id : verdict.at("/fr/deferring")) {
            criterion(id.asText(), why, facts);
        }
        return facts;
    }

    private void criterion(String id, String why, Map<String, List<JsonNode>> facts) {
        for (var criterion : verdict.path("criteria")) {
            if (criterion.path("id").asText().equals(id)) {
                var found = new LinkedHashMap<String, JsonNode>();
                read(criterion.path("explanation"), why, found);
                facts.put(id, List.copyOf(found.values()));
            }
        }
    }

    /** Down to the facts that make the criterion hold: of several that could, those that do. */
    private void read(JsonNode node, String why, Map<String, JsonNode> found) {
        var fact = node.path("fact");
        if (fact.isObject()) {
            found.putIfAbsent(
                    fact.path("kind").asText() + " " + fact.path("code").asText(), asked(node, why));
        }
        var parts =
                StreamSupport.stream(node.path("parts").spliterator(), false).toList();
        var same = parts.stream()
                .filter(part -> part.path("truth").equals(node.path("truth")))
                .toList();
        (same.isEmpty() ? parts : same).forEach(part -> read(part, why, found));
    }

    private ObjectNode asked(JsonNode node, String why) {
        var fact = node.path("fact");
        var asked = json.createObjectNode();
        asked.set("kind", fact.path("kind"));
        asked.set("code", fact.path("code"));
        asked.set("label", node.path("text"));
        asked.set("suppliedBy", fact.path("suppliedBy"));
        return asked.put("why", why).put("decisive", true);
    }
}
