package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.Expression;
import fr.genereferral.eligibility.Input;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads what a criterion demands. */
final class ExpressionReader {
    private ExpressionReader() {}

    static Expression read(JsonNode json) {
        var op = json.get("op").asText();
        return switch (op) {
            case "all" -> new Expression.All(parts(json));
            case "any" -> new Expression.Any(parts(json));
            case "not" -> new Expression.Not(read(json.get("of")));
            case "count" -> new Expression.Count(json.get("atLeast").asInt(), parts(json));
            case "compare" -> compare(json);
            case "one-of" -> new Expression.OneOf(input(json), Set.copyOf(RulePackReader.texts(json.get("codes"))));
            case "holds" -> new Expression.Holds(input(json));
            case "present" -> new Expression.Present(input(json));
            case "age-reached" ->
                new Expression.AgeReached(Period.parse(json.get("age").asText()));
            default -> throw new IllegalArgumentException("unknown operation " + op);
        };
    }

    private static List<Expression> parts(JsonNode json) {
        return RulePackReader.list(json.get("of"), ExpressionReader::read);
    }

    private static Expression compare(JsonNode json) {
        var symbol = json.get("operator").asText();
        var operator = Arrays.stream(Comparison.values())
                .filter(c -> c.toString().equals(symbol))
                .findFirst()
                .orElseThrow();
        var unit = json.has("unit") ? json.get("unit").asText() : null;
        return new Expression.Compare(input(json), operator, json.get("limit").decimalValue(), unit);
    }

    private static Input input(JsonNode json) {
        if (json.has("copyNumber")) {
            return Input.copyNumber(json.get("copyNumber").asText());
        }
        if (json.has("antibody")) {
            var antibody = json.get("antibody");
            return Input.antibody(
                    antibody.get("serotype").asText(), Set.copyOf(RulePackReader.texts(antibody.get("assays"))));
        }
        return Input.fact(json.get("fact").asText());
    }
}
