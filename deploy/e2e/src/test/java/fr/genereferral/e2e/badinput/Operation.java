package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One operation of a description. */
public final class Operation {
    private static final String JSON_TYPE = "application/json";
    private static final int USUAL_LARGEST = 1_048_576;

    /** Conflicts that the order of what is done has no part in. */
    private static final Set<String> WHENEVER = Set.of("IDEMPOTENCY_KEY_IN_USE", "RELAY_NEVER_ACCREDITED");

    private final ServedApi api;
    private final String method;
    private final String path;
    private final JsonNode description;

    Operation(ServedApi api, String method, String path, JsonNode description) {
        this.api = api;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.description = description;
    }

    public ServedApi api() {
        return api;
    }

    public String id() {
        return description.get("operationId").textValue();
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public List<String> roles() {
        return elements(description.path("x-roles")).map(JsonNode::textValue).toList();
    }

    /** A body of JSON, of which the description says everything. */
    public boolean hasBody() {
        return description.has("requestBody") && content() != null;
    }

    /** A body that is a file as it is. */
    boolean takesFile() {
        return description.has("requestBody") && content() == null;
    }

    public JsonNode bodySchema() {
        return content().get("schema");
    }

    /** Whether the answer has no end: whoever asks for it as a whole waits for ever. */
    public boolean isStream() {
        return description.at("/responses/200/content").has("text/event-stream");
    }

    /** Whether what has the right form is taken, whatever it says. */
    boolean takesDrafts() {
        return bodySchema().path("$ref").asText().endsWith("/DraftReferral");
    }

    /** The examples of the description: what it shows must be accepted. */
    public List<JsonNode> bodies() {
        return content().path("examples").properties().stream()
                .map(example -> example.getValue().get("value"))
                .toList();
    }

    boolean needsKey() {
        return hasHeader("Idempotency-Key");
    }

    boolean needsVersion() {
        return hasHeader("If-Match") && hasBody();
    }

    private boolean hasHeader(String name) {
        return parameters("header").anyMatch(p -> p.get("name").textValue().equals(name));
    }

    /** Bytes that a body may have. */
    int largestBody() {
        return description.path("x-largest-body").asInt(USUAL_LARGEST);
    }

    /** The methods that the same address knows. */
    List<String> methods() {
        return api.operations().stream()
                .filter(other -> other.path.equals(path))
                .map(Operation::method)
                .toList();
    }

    /** @param in path, query or header */
    public Stream<JsonNode> parameters(String in) {
        return elements(description.path("parameters"))
                .map(api::resolved)
                .filter(p -> p.get("in").textValue().equals(in));
    }

    /** Whether it is refused when it was done before: a conflict that has to do with neither keys nor the kind of hub. */
    boolean mayBeTooLate() {
        var conflict = api.resolved(description.at("/responses/409"));
        return conflict.at("/content/application~1problem+json/examples").properties().stream()
                .map(example ->
                        api.resolved(example.getValue()).at("/value/code").asText())
                .anyMatch(code -> !WHENEVER.contains(code));
    }

    private JsonNode content() {
        return api.resolved(description.get("requestBody")).at("/content").get(JSON_TYPE);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return id();
    }
}
