package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.ExonMap;
import fr.genereferral.eligibility.Gene;
import fr.genereferral.eligibility.Gene.AlleleTable;
import fr.genereferral.eligibility.Gene.CountedExon;
import fr.genereferral.eligibility.Gene.Reference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads what the general genetic rules know of one gene. */
final class GeneReader {
    private GeneReader() {}

    static Gene read(JsonNode json) {
        return new Gene(
                json.get("hgnc").asText(),
                json.get("symbol").asText(),
                references(json.get("references")),
                json.has("countedExon") ? countedExon(json.get("countedExon")) : null,
                json.has("exons") ? exons(json.get("exons")) : null,
                usableByExons(json.path("usableByExons")),
                alleles(json.path("alleles")),
                legacyNames(json.path("legacyNames")));
    }

    private static Map<String, Reference> references(JsonNode json) {
        var references = new LinkedHashMap<String, Reference>();
        json.forEach(r -> references.put(
                r.get("accession").asText(),
                new Reference(
                        r.path("kind").asText("c").charAt(0),
                        r.get("codingLength").asInt())));
        return references;
    }

    private static CountedExon countedExon(JsonNode json) {
        return new CountedExon(json.get("legacy").asInt(), json.get("mane").asInt());
    }

    private static Map<String, Set<ExonMap.Span>> usableByExons(JsonNode json) {
        var spans = new HashMap<String, Set<ExonMap.Span>>();
        json.properties()
                .forEach(type -> spans.put(
                        type.getKey(), Set.copyOf(RulePackReader.list(type.getValue(), ExpressionReader::span))));
        return spans;
    }

    private static ExonMap exons(JsonNode json) {
        return new ExonMap(
                RulePackReader.list(json.get("lengths"), JsonNode::asInt),
                json.get("nearBases").asInt(),
                RulePackReader.list(json.path("frameExceptions"), ExpressionReader::span));
    }

    private static AlleleTable alleles(JsonNode json) {
        var byChange = new HashMap<String, String>();
        json.path("classes").properties().forEach(kind -> kind.getValue()
                .forEach(change -> byChange.put(change.asText(), kind.getKey())));
        return new AlleleTable(byChange, texts(json.path("open")), texts(json.path("harmless")));
    }

    private static Map<String, String> legacyNames(JsonNode json) {
        var names = new HashMap<String, String>();
        json.properties()
                .forEach(name -> names.put(name.getKey(), name.getValue().asText()));
        return names;
    }

    private static Set<String> texts(JsonNode json) {
        return Set.copyOf(RulePackReader.texts(json));
    }
}
