package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.Connective;
import fr.genereferral.eligibility.ExonMap;
import fr.genereferral.eligibility.Expression;
import fr.genereferral.eligibility.GeneticDemand;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Leaf;
import fr.genereferral.eligibility.VariantLeaf;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads what a criterion demands. */
final class ExpressionReader {
    private final GeneticDemand demand;

    private ExpressionReader(GeneticDemand demand) {
        this.demand = demand;
    }

    /** @param demand what the pack demands of its genes */
    static Expression read(JsonNode json, GeneticDemand demand) {
        return new ExpressionReader(demand).read(json);
    }

    private Expression read(JsonNode json) {
        var op = json.get("op").asText();
        return switch (op) {
            case "all" -> new Connective.All(parts(json));
            case "any" -> new Connective.Any(parts(json));
            case "not" -> new Connective.Not(read(json.get("of")));
            case "count" -> new Connective.Count(json.get("atLeast").asInt(), parts(json));
            case "agree" -> new Connective.Agree(parts(json));
            case "first-known" -> new Connective.FirstKnown(parts(json));
            case "stated" -> new Connective.Stated(read(json.get("of")));
            case "genetics" -> new VariantLeaf.Genetics(demand);
            default -> leaf(op, json);
        };
    }

    private List<Expression> parts(JsonNode json) {
        return RulePackReader.list(json.get("of"), this::read);
    }

    private static Expression leaf(String op, JsonNode json) {
        return switch (op) {
            case "always" -> new Leaf.Always();
            case "age-reached" -> new Leaf.AgeReached(period(json, "age"));
            case "diagnosed-before" -> new Leaf.DiagnosedBefore(period(json, "age"));
            case "sex" -> new Leaf.OneOf(Input.SEX, Set.of(json.get("is").asText()));
            case "disease" -> new Leaf.OneOf(Input.DISEASE, texts(json, "codes"));
            case "compare" -> compare(json);
            case "one-of" -> new Leaf.OneOf(input(json), texts(json, "codes"));
            case "holds" -> new Leaf.Holds(input(json));
            case "present" -> new Leaf.Present(input(json));
            case "within" -> new Leaf.Within(input(json), period(json, "period"));
            case "detectable" -> new Leaf.Holds(detection(json.get("antibody")));
            default -> ofVariants(op, json);
        };
    }

    private static Expression ofVariants(String op, JsonNode json) {
        var gene = json.path("gene").asText();
        return switch (op) {
            case "variant" -> new VariantLeaf.Named(gene, texts(json, "changes"));
            case "affects-exons" ->
                new VariantLeaf.AffectsExons(gene, RulePackReader.list(json.get("exons"), ExpressionReader::span));
            case "out-of-frame" -> new VariantLeaf.OutOfFrame(gene);
            default -> throw new IllegalArgumentException("unknown operation " + op);
        };
    }

    static ExonMap.Span span(JsonNode json) {
        return new ExonMap.Span(json.get("first").asInt(), json.get("last").asInt());
    }

    private static Expression compare(JsonNode json) {
        var symbol = json.get("operator").asText();
        var operator = Arrays.stream(Comparison.values())
                .filter(c -> c.toString().equals(symbol))
                .findFirst()
                .orElseThrow();
        var unit = json.has("unit") ? json.get("unit").asText() : null;
        return new Leaf.Compare(input(json), operator, json.get("limit").decimalValue(), unit);
    }

    private static Input input(JsonNode json) {
        if (json.has("copyNumber")) {
            return Input.copyNumber(json.get("copyNumber").asText());
        }
        if (json.has("antibody")) {
            var antibody = json.get("antibody");
            return Input.antibody(
                    antibody.get("serotype").asText(), texts(antibody, "assays"), texts(antibody, "generations"));
        }
        return Input.fact(json.get("fact").asText());
    }

    private static Input detection(JsonNode antibody) {
        return Input.detection(antibody.get("serotype").asText(), texts(antibody, "assays"));
    }

    private static Period period(JsonNode json, String field) {
        return Period.parse(json.get(field).asText());
    }

    private static Set<String> texts(JsonNode json, String field) {
        return Set.copyOf(RulePackReader.texts(json.path(field)));
    }
}
