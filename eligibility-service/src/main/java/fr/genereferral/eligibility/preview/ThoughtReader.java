package fr.genereferral.eligibility.preview;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.json.SuppositionReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Reads the way in which a dossier is to be looked at; its form has been checked. */
final class ThoughtReader {
    private ThoughtReader() {}

    /** @param usual the day when none is named */
    static Thought read(JsonNode json, LocalDate usual) {
        var asOf = day(json.path("asOf"), usual);
        return new Thought(
                asOf,
                day(json.path("rulesOn"), asOf),
                versions(json.path("versions")),
                SuppositionReader.read(json.path("suppose")));
    }

    private static LocalDate day(JsonNode json, LocalDate usual) {
        return json.isTextual() ? LocalDate.parse(json.textValue()) : usual;
    }

    private static Map<String, Integer> versions(JsonNode json) {
        var versions = new HashMap<String, Integer>();
        json.forEach(v ->
                versions.putIfAbsent(v.get("therapy").asText(), v.get("version").asInt()));
        return versions;
    }
}
