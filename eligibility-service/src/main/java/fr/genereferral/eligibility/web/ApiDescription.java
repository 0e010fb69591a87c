package fr.genereferral.eligibility.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts the schemas that bodies are really held against into the description, so that the two cannot differ. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ApiDescription implements OASFilter {
    private static final Map<String, String> BODIES = Map.of(
            "Dossier", "/contracts/consumed/referral-service/Dossier.v1.schema.json",
            "PreviewRequest", "/schemas/PreviewRequest.v1.schema.json",
            "ComparisonRequest", "/schemas/ComparisonRequest.v1.schema.json",
            "Supposition", "/schemas/Supposition.v1.schema.json",
            "VariantClassification", "/schemas/VariantClassification.v1.schema.json",
            "FactDictionary", "/contracts/published/fact-dictionary.schema.json");
    /** The document of a preview is the one that the event carries. */
    private static final String EVENT = "/contracts/published/ReferralAssessed.v1.schema.json";

    /** Shapes of problems that this service never sends; the library describes them all the same. */
    private static final List<String> NOT_OURS = List.of("HttpProblem", "HttpValidationProblem", "Violation");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        var components = description.getComponents();
        NOT_OURS.forEach(components::removeSchema);
        schemas().forEach((name, schema) -> {
            schema.set("$id", null);
            schema.setSchemaDialect(null);
            components.addSchema(name, schema);
        });
    }

    /** All of them in one document, so that they can point at each other. */
    private static Map<String, Schema> schemas() {
        try {
            var json = new ObjectMapper();
            var schemas = json.createObjectNode();
            json.readTree(text(EVENT))
                    .get("$defs")
                    .properties()
                    .forEach(parts -> schemas.set(capital(parts.getKey()), parts.getValue()));
            for (var body : BODIES.entrySet()) {
                var schema = (ObjectNode) json.readTree(text(body.getValue()));
                schemas.set(body.getKey(), schema.without("$defs"));
            }
            var document = json.createObjectNode().put("openapi", "3.1.0");
            document.putObject("components").set("schemas", schemas);
            return new TreeMap<>(
                    parsed(pointing(document.toString())).getComponents().getSchemas());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pointing(String document) {
        var pointers = java.util.regex.Pattern.compile("#/\\$defs/(\\w+)").matcher(document);
        return pointers.replaceAll(found -> "#/components/schemas/" + capital(found.group(1)))
                .replaceAll("\"(\\w+)\\.v1\\.schema\\.json#/", "\"#/components/schemas/$1/")
                .replaceAll("\"(\\w+)\\.v1\\.schema\\.json\"", "\"#/components/schemas/$1\"");
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static OpenAPI parsed(String document) {
        return SmallRyeOpenAPI.builder()
                .withCustomStaticFile(() -> new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .build()
                .model();
    }

    private static String text(String source) {
        try (var in = ApiDescription.class.getResourceAsStream(source)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
