package fr.genereferral.referral.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * The fixed demo dossiers, one file each, as the description shows them: what is sent and what is answered. The tests send the
 * very same, so that the two cannot differ.
 *
 * Dates stand in them as TODAY, or as that less an ISO 8601 period (TODAY-P3M): a child that is eligible today is too old in a
 * year.
 */
final class Sandbox {
    static final String EXTENSION = "x-sandbox";
    static final String OPERATION = "submitReferral";

    private static final String FOLDER = "/contracts/published/sandbox/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "{sandbox}";

    private Sandbox() {}

    /** Puts the table into the prose, and the dossiers beside the operation that takes them. */
    static void describeIn(OpenAPI description) {
        var scenarios = scenarios();
        var info = description.getInfo();
        info.setDescription(info.getDescription().replace(PLACE, table(scenarios)));
        description.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> OPERATION.equals(operation.getOperationId()))
                .forEach(operation -> operation.addExtension(EXTENSION, plain(scenarios)));
    }

    /** By name, in the order of the description; every body whole, with what it differs in put in its place. */
    private static Map<String, JsonNode> scenarios() {
        var all = new LinkedHashMap<String, JsonNode>();
        read("index").forEach(name -> all.put(name.asText(), whole(name.asText())));
        return all;
    }

    private static JsonNode whole(String name) {
        var scenario = (ObjectNode) read(name);
        var body = merged(read("base-" + scenario.remove("base").asText()), scenario.remove("changes"));
        scenario.path("sent").forEach(sent -> {
            var request = (ObjectNode) sent;
            var changes = request.remove("changes");
            request.set("body", changes == null ? body : merged(body.deepCopy(), changes));
        });
        return scenario;
    }

    /** As a JSON merge patch (RFC 7396) that takes nothing away. */
    private static JsonNode merged(JsonNode target, JsonNode changes) {
        changes.properties().forEach(change -> {
            var there = target.path(change.getKey());
            var isMerged = there.isObject() && change.getValue().isObject();
            ((ObjectNode) target).set(change.getKey(), isMerged ? merged(there, change.getValue()) : change.getValue());
        });
        return target;
    }

    private static Object plain(Map<String, JsonNode> scenarios) {
        return JSON.convertValue(scenarios, Map.class);
    }

    private static String table(Map<String, JsonNode> scenarios) {
        var lines =
                new ArrayList<>(List.of("| scenario | français | English | answer | later |", "|---|---|---|---|---|"));
        scenarios.forEach((name, scenario) -> lines.add("| `%s` | %s | %s | %s | %s |"
                .formatted(
                        name,
                        words(scenario, "fr"),
                        words(scenario, "en"),
                        answers(scenario),
                        scenario.has("later") ? "`" + scenario.get("later") + "`" : "")));
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static String words(JsonNode scenario, String language) {
        return "**" + scenario.at("/title/" + language).asText() + ".** "
                + scenario.at("/text/" + language).asText();
    }

    private static String answers(JsonNode scenario) {
        var answers = new ArrayList<String>();
        scenario.path("sent")
                .forEach(sent ->
                        answers.add((sent.has("by") ? "(" + sent.path("by").asText() + " hospital) " : "")
                                + sent.at("/answer/status").asText() + " `" + sent.at("/answer/body") + "`"));
        return String.join(", then ", answers);
    }

    private static JsonNode read(String name) {
        try (var in = Sandbox.class.getResourceAsStream(FOLDER + name + ".json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
