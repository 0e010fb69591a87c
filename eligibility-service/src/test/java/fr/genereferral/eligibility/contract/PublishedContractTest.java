package fr.genereferral.eligibility.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import fr.genereferral.eligibility.Assessor;
import fr.genereferral.eligibility.Cases;
import fr.genereferral.eligibility.EligibilityEvent;
import fr.genereferral.eligibility.EligibilityEvent.Cause;
import fr.genereferral.eligibility.EligibilityEvent.ReferralAssessed;
import fr.genereferral.eligibility.EligibilityEvent.RulePackActivated;
import fr.genereferral.eligibility.Packs;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import fr.genereferral.eligibility.json.EventWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** What leaves keeps its published schema, whatever the dossier was. */
class PublishedContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PUBLISHED = Path.of("contracts/published");
    private static final Instant AT = Instant.parse("2026-11-23T17:00:01Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final UUID REFERRAL = UUID.fromString("0193a5c0-7b1e-7c3a-9d52-3f1f0a6b7c11");
    private static final UUID ASSESSMENT = UUID.fromString("0193a5c0-7f00-7a10-8c21-5b2e9d4f6a31");

    @Test
    void everyAssessmentKeepsTheSchema() throws IOException {
        var schema = schema("ReferralAssessed.v1");
        var document = document();
        for (var file : Cases.sample(4)) {
            var event = written(assessed(Cases.read(file).get("dossier")));
            assertEquals(Set.of(), Set.copyOf(schema.validate(event)), file.toString());
            assertEquals(Set.of(), Set.copyOf(document.validate(inflated(event))), file.toString());
        }
    }

    /** After a wanted change: {@code -Dapprove}, and review the difference. */
    @Test
    void theExampleIsWhatTheCodeMakesOfTheSubmittedExample() throws IOException {
        var dossier = Samples.submitted(REFERRAL).get("dossier");
        if (System.getProperty("approve") != null) {
            var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written(assessed(dossier)));
            Files.writeString(PUBLISHED.resolve("ReferralAssessed.v1.example.json"), text + "\n");
        }

        var example = example("ReferralAssessed.v1");
        assertEquals(Set.of(), Set.copyOf(schema("ReferralAssessed.v1").validate(example)));
        var written = written(assessed(dossier));
        assertEquals(inflated(example), inflated(written));
        // How tightly it is deflated is the business of each Java's library.
        assertEquals(without(example), without(written));
    }

    @Test
    void theOutlineSaysWhatTheDocumentSays() throws IOException {
        for (var file : Cases.sample(4)) {
            var event = written(assessed(Cases.read(file).get("dossier")));
            assertTrue(saysOnly(inflated(event), event.get("assessment")), file.toString());
        }
    }

    private static JsonNode without(JsonNode event) {
        return ((ObjectNode) event.deepCopy()).without("document");
    }

    /** Whether every field of the outline stands in the document, with the same value. */
    private static boolean saysOnly(JsonNode document, JsonNode outline) {
        if (outline.isObject()) {
            return outline.properties().stream()
                    .allMatch(field ->
                            document.has(field.getKey()) && saysOnly(document.get(field.getKey()), field.getValue()));
        }
        if (outline.isArray()) {
            return outline.size() == document.size()
                    && IntStream.range(0, outline.size()).allMatch(i -> saysOnly(document.get(i), outline.get(i)));
        }
        return outline.equals(document);
    }

    @Test
    void anActivationKeepsTheSchemaAndTheExample() throws IOException {
        var event = new RulePackActivated(
                "ONA-IV", 1, 1, LocalDate.of(2026, 1, 1), "seed", Instant.parse("2026-11-23T17:00:00Z"));

        assertEquals(Set.of(), Set.copyOf(schema("RulePackActivated.v1").validate(written(event))));
        assertEquals(example("RulePackActivated.v1"), written(event));
    }

    /** A free string could carry a name: each is an enum, a format, a pattern or short. */
    @Test
    void noStringOfAnEventIsFree() throws IOException {
        for (var type : List.of("ReferralAssessed.v1", "RulePackActivated.v1")) {
            var free = new ArrayList<String>();
            walk(JSON.readTree(PUBLISHED.resolve(type + ".schema.json").toFile()), "", free);
            assertEquals(List.of(), free);
        }
    }

    private static void walk(JsonNode node, String path, List<String> free) {
        var type = node.path("type").toString();
        if (type.contains("\"string\"")) {
            var bound = node.has("enum")
                    || node.has("const")
                    || node.has("format")
                    || node.has("pattern")
                    || node.path("maxLength").asInt(1_000) <= 64;
            if (!bound) {
                free.add(path);
            }
        }
        node.properties().forEach(field -> walk(field.getValue(), path + "/" + field.getKey(), free));
    }

    private static ReferralAssessed assessed(JsonNode dossier) {
        var assessment = new Assessor(Packs.shipped()).assess(DossierReader.read(dossier), List.of("ONA-IV"), DAY);
        var writer = new AssessmentWriter(Packs.shipped().knowledge());
        return new ReferralAssessed(
                REFERRAL,
                1,
                ASSESSMENT,
                1,
                Cause.SUBMITTED,
                AT,
                writer.outline(assessment),
                writer.deflated(assessment));
    }

    private static JsonNode inflated(JsonNode event) throws IOException {
        try (var text = new InflaterInputStream(
                new ByteArrayInputStream(event.get("document").binaryValue()))) {
            return JSON.readTree(text);
        }
    }

    private static JsonNode written(EligibilityEvent event) throws IOException {
        return JSON.readTree(EventWriter.write(event));
    }

    private static JsonNode example(String type) throws IOException {
        return JSON.readTree(PUBLISHED.resolve(type + ".example.json").toFile());
    }

    /** What the content of an assessment's document is held against. */
    private static JsonSchema document() throws IOException {
        return schema("ReferralAssessed.v1")
                .getSubSchema(
                        new JsonNodePath(PathType.JSON_POINTER).append("$defs").append("assessment"));
    }

    private static JsonSchema schema(String type) throws IOException {
        var file = PUBLISHED.resolve(type + ".schema.json");
        assertTrue(Files.exists(file));
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JSON.readTree(file.toFile()), config);
    }
}
