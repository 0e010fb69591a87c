package fr.genereferral.e2e.badinput;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;

/** What a running service says of itself at {@code /q/openapi}. */
public final class ServedApi {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final JsonNode document;

    private ServedApi(Service service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    static ServedApi of(Service service) {
        return at(service, service.url());
    }

    /** @param url of a service of whatever platform */
    public static ServedApi at(Service service, String url) {
        var text = given().get(url + "/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new ServedApi(service, JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the description is not JSON", e);
        }
    }

    public Service service() {
        return service;
    }

    /** Every operation of the API, in the order of the description. */
    public List<Operation> operations() {
        var found = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/v1/")) {
                path.getValue()
                        .properties()
                        .forEach(method ->
                                found.add(new Operation(this, method.getKey(), path.getKey(), method.getValue())));
            }
        });
        return found;
    }

    /** What a reference points to; anything else as it is. */
    JsonNode resolved(JsonNode node) {
        var seen = node;
        while (seen.has("$ref")) {
            seen = document.at(seen.get("$ref").textValue().substring(1));
        }
        return seen;
    }

    /** Holds bodies against one schema of the description. */
    JsonSchema validator(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", document.get("components"));
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole, config);
    }

    JsonSchema problem() {
        return validator(JSON.createObjectNode().put("$ref", "#/components/schemas/Problem"));
    }
}
