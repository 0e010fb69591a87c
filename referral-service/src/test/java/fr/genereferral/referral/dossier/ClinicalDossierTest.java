package fr.genereferral.referral.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A name typed wherever the schema of a dossier would take one does not travel. */
class ClinicalDossierTest {
    private static final Path SCHEMA = Path.of("contracts/published/Dossier.v1.schema.json");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Tried in this order: whatever takes a name gets one. */
    private static final List<String> TYPED = List.of(
            "Dupont-Canari Marie",
            "DUPONT-CANARI",
            "Dupont",
            "dupont",
            "2026-01-02",
            "ORPHA:70",
            "HGNC:11117",
            "350000741",
            "99700218896",
            "35",
            "AAV9");
    /** Held against the fact dictionary before anything leaves. */
    private static final List<String> OF_THE_DICTIONARY = List.of("code", "value");

    @Test
    void namesNobodyWhereverANameWasTyped() throws IOException {
        var whole = (ObjectNode) typed(new ObjectMapper().readTree(SCHEMA.toFile()));
        assertTrue(count(whole.toString()) >= 14, whole.toString());

        var travelling = ClinicalDossier.of(whole);

        assertEquals(0, count(travelling), travelling);
    }

    @Test
    void keepsWhatTheRulesRead() {
        var whole = JSON.objectNode();
        var genetics = whole.putObject("genetics");
        genetics.putArray("reports")
                .addObject()
                .put("id", "CHU-4")
                .put("laboratory", "L")
                .put("accreditation", "8-1");
        var variants = genetics.putArray("variants");
        variants.addObject()
                .put("id", "a")
                .put("hgvs", "NM_000790.4:c.714+4A>T")
                .put("report", "CHU-4");
        variants.addObject().put("id", "b").put("symbol", "DDC");
        variants.addObject().put("gene", "HGNC:2719");
        genetics.putArray("phases").addObject().putArray("variants").add("b").add("a");
        genetics.putArray("copyNumbers").addObject().put("copies", 2).put("report", "CHU-4");
        whole.putArray("facts").addObject().put("value", 5.8).put("unit", "kg");

        assertEquals(
                "{\"genetics\":{\"reports\":[{\"id\":\"r1\",\"laboratory\":\"stated\",\"accreditation\":\"stated\"}],"
                        + "\"variants\":[{\"id\":\"v1\",\"hgvs\":\"NM_000790.4:c.714+4A>T\",\"report\":\"r1\"},"
                        + "{\"id\":\"v2\"},{\"gene\":\"HGNC:2719\"}],"
                        + "\"phases\":[{\"variants\":[\"v2\",\"v1\"]}],"
                        + "\"copyNumbers\":[{\"copies\":2,\"report\":\"r1\"}]},"
                        + "\"facts\":[{\"value\":5.8,\"unit\":\"kg\"}]}",
                ClinicalDossier.of(whole));
        assertFalse(whole.at("/genetics/reports/0/id").asText().equals("r1"));
    }

    private static int count(String text) {
        return text.toLowerCase(Locale.ROOT).split("dupont", -1).length - 1;
    }

    /** An instance of the schema with everything in it, a name wherever one fits. */
    private static JsonNode typed(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "object" -> {
                var object = JSON.objectNode();
                schema.path("properties").properties().stream()
                        .filter(p -> !OF_THE_DICTIONARY.contains(p.getKey()))
                        .forEach(p -> object.set(p.getKey(), typed(p.getValue())));
                yield object;
            }
            case "array" -> JSON.arrayNode().add(typed(schema.path("items")));
            case "string" ->
                JSON.textNode(schema.has("enum") ? schema.at("/enum/0").textValue() : text(schema));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.numberNode(1);
        };
    }

    private static String text(JsonNode schema) {
        var pattern = schema.path("format").asText().equals("date")
                ? "\\d{4}-\\d\\d-\\d\\d"
                : schema.path("pattern").asText(".*");
        return TYPED.stream()
                .filter(candidate -> candidate.matches(pattern.replaceAll("^\\^|\\$$", "")))
                .findFirst()
                .orElse("+33 1 00 00 00 00");
    }
}
