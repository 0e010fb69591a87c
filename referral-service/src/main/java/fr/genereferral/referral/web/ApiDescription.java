package fr.genereferral.referral.web;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts the schemas that bodies are really held against into the description, so that the two cannot differ. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ApiDescription implements OASFilter {
    private static final String PROSE = "/META-INF/openapi.yaml";
    /** In this order: what is served is compared word for word. */
    private static final Map<String, String> SOURCES = new TreeMap<>(Map.ofEntries(
            Map.entry("AddedFacts", "/schemas/AddedFacts.v1.schema.json"),
            Map.entry("BeginningOfCare", "/schemas/BeginningOfCare.v1.schema.json"),
            Map.entry("CancellationAnswer", "/schemas/CancellationAnswer.v1.schema.json"),
            Map.entry("DocumentRemoval", "/schemas/DocumentRemoval.v1.schema.json"),
            Map.entry("Dossier", "/contracts/published/Dossier.v1.schema.json"),
            Map.entry("IdentityCorrection", "/schemas/IdentityCorrection.v1.schema.json"),
            Map.entry("MergeDecision", "/schemas/Merge.v1.schema.json"),
            Map.entry("MergeUndoing", "/schemas/MergeUndoing.v1.schema.json"),
            Map.entry("NewMeeting", "/schemas/NewMeeting.v1.schema.json"),
            Map.entry("NewQuestion", "/schemas/NewQuestion.v1.schema.json"),
            Map.entry("NewReferral", "/schemas/NewReferral.v1.schema.json"),
            Map.entry("NewWishes", "/schemas/NewWishes.v1.schema.json"),
            Map.entry("OutcomeReport", "/schemas/OutcomeReport.v1.schema.json"),
            Map.entry("PatientSearch", "/schemas/PatientSearch.v1.schema.json"),
            Map.entry("QuestionAnswer", "/schemas/QuestionAnswer.v1.schema.json"),
            Map.entry("QuestionMessage", "/schemas/QuestionMessage.v1.schema.json"),
            Map.entry("Withdrawal", "/schemas/Withdrawal.v1.schema.json")));

    private static final String DRAFT = "DraftReferral";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Shapes of problems that this service never sends; the library describes them all the same. */
    private static final List<String> NOT_OURS = List.of("HttpProblem", "HttpValidationProblem", "Violation");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        var components = description.getComponents();
        NOT_OURS.forEach(components::removeSchema);
        SOURCES.forEach((name, source) -> components.addSchema(name, schema(name, text(source))));
        components.addSchema(DRAFT, schema(DRAFT, draft()));
        Sandbox.describeIn(description);
        var prose = parsed(text(PROSE)).getPaths();
        description.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describeAnswers(
                        operation, prose.getPathItem(path).getOperations().get(method))));
    }

    /** What the scanner says of an answer ("OK") has come before the words of the prose. */
    private static void describeAnswers(Operation operation, Operation prose) {
        prose.getResponses().getAPIResponses().forEach((status, words) -> {
            if (words.getDescription() != null) {
                operation.getResponses().getAPIResponse(status).setDescription(words.getDescription());
            }
        });
    }

    private static Schema schema(String name, String text) {
        var pointing = text.replaceAll(
                "\"Dossier\\.v1\\.schema\\.json(?:#(/[^\"]*))?\"", "\"#/components/schemas/Dossier$1\"");
        var document = """
                {"openapi": "3.1.0", "components": {"schemas": {"%s": %s}}}""".formatted(name, pointing);
        var schema = parsed(document).getComponents().getSchemas().get(name);
        schema.set("$id", null);
        schema.setSchemaDialect(null);
        return schema;
    }

    /** A draft is held against the schema of what is sent, but that anything may be missing. */
    private static String draft() {
        try {
            var whole = (ObjectNode) JSON.readTree(text(SOURCES.get("NewReferral")));
            var dossier = (ObjectNode) JSON.readTree(text(SOURCES.get("Dossier")));
            dossier.remove(List.of("$schema", "$id"));
            whole.withObjectProperty("properties").set("dossier", dossier);
            whole.findParents("required").forEach(object -> ((ObjectNode) object).remove("required"));
            whole.put("title", DRAFT).put("description", "As NewReferral; whatever is not known yet is left out.");
            return whole.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema of ours does not parse", e);
        }
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
