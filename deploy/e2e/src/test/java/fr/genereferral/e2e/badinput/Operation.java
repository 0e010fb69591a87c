package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One operation of a description. */
public final class Operation {
    private static final String JSON_TYPE = "application/json";
    private static final int USUAL_LARGEST = 1_048_576;

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
