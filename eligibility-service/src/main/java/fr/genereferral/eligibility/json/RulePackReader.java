package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Criterion;
import fr.genereferral.eligibility.Criterion.Layer;
import fr.genereferral.eligibility.GeneticDemand;
import fr.genereferral.eligibility.GeneticDemand.Alleles;
import fr.genereferral.eligibility.GeneticDemand.Kind;
import fr.genereferral.eligibility.RulePack;
import fr.genereferral.eligibility.RulePack.Access;
import fr.genereferral.eligibility.RulePack.Routing;
import fr.genereferral.eligibility.Source;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a rule pack from its JSON; what its schema promises is taken for granted. */
public final class RulePackReader {
    private RulePackReader() {}

    public static RulePack read(String document, int version) {
        var json = Json.parse(document);
        var demand = demand(json);
        return new RulePack(
                json.get("therapy").asText(),
                version,
                json.get("order").asInt(),
                bilingual(json.get("name")),
                json.get("inn").asText(),
                json.get("brand").asText(),
                bilingual(json.get("modality")),
                texts(json.path("diseases")),
                demand,
                json.path("genesComplete").asBoolean(true),
                texts(json.path("contextGenes")),
                json.get("routing").asText().equals("hub") ? Routing.HUB : Routing.NONE,
                json.get("authorised").asBoolean(),
                list(json.path("access"), RulePackReader::access),
                list(json.path("notices"), RulePackReader::bilingual),
                list(json.path("criteria"), row -> criterion(row, demand)));
    }

    private static GeneticDemand demand(JsonNode json) {
        var byGene = new HashMap<String, Kind>();
        json.path("configurationByGene").properties().forEach(e -> byGene.put(e.getKey(), configuration(e.getValue())));
        return new GeneticDemand(
                texts(json.path("genes")),
                configuration(json.get("configuration")),
                byGene,
                new Alleles(Set.copyOf(texts(json.at("/alleles/each"))), Set.copyOf(texts(json.at("/alleles/oneOf")))),
                json.path("carriers").asBoolean(false));
    }

    private static Kind configuration(JsonNode json) {
        return Kind.valueOf(json.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Access access(JsonNode json) {
        var reason = json.has("reason") ? bilingual(json.get("reason")) : null;
        return new Access(date(json.get("from")), json.get("open").asBoolean(), reason);
    }

    private static Criterion criterion(JsonNode json, GeneticDemand demand) {
        return new Criterion(
                json.get("id").asText(),
                layers(json.path("layers")),
                Criterion.Kind.valueOf(json.get("kind").asText()),
                bilingual(json.get("text")),
                source(json.get("source")),
                json.has("expression") ? ExpressionReader.read(json.get("expression"), demand) : null,
                texts(json.path("pendingAllowed")),
                json.has("reviewAfter")
                        ? Period.parse(json.at("/reviewAfter/after").asText())
                        : null,
                texts(json.path("reportedAs")),
                date(json.get("from")),
                date(json.get("until")));
    }

    private static Set<Layer> layers(JsonNode json) {
        return texts(json).stream().map(Layer::valueOf).collect(Collectors.toSet());
    }

    static Source source(JsonNode json) {
        return new Source(json.get("mark").asText(), json.get("ref").asText());
    }

    static Bilingual bilingual(JsonNode json) {
        return new Bilingual(json.get("fr").asText(), json.get("en").asText());
    }

    private static LocalDate date(JsonNode json) {
        return json == null ? null : LocalDate.parse(json.asText());
    }

    static List<String> texts(JsonNode json) {
        return list(json, JsonNode::asText);
    }

    static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
        var list = new ArrayList<T>();
        json.forEach(item -> list.add(read.apply(item)));
        return List.copyOf(list);
    }
}
