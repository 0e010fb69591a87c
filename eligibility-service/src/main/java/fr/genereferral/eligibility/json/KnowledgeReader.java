package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Criterion;
import fr.genereferral.eligibility.FactDefinition;
import fr.genereferral.eligibility.FactDefinition.Freshness;
import fr.genereferral.eligibility.FactDictionary;
import fr.genereferral.eligibility.FactDictionary.Type;
import fr.genereferral.eligibility.Gene;
import fr.genereferral.eligibility.GeneticRules;
import fr.genereferral.eligibility.Knowledge;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Reads what every judgement draws on: the fact dictionary and the general genetic rules. */
public final class KnowledgeReader {
    private static final String DICTIONARY = "contracts/published/fact-dictionary.json";
    private static final String GENETIC_RULES = "genetics/genetic-rules.v1.json";

    private KnowledgeReader() {}

    public static Knowledge read() {
        var facts = new LinkedHashMap<String, FactDefinition>();
        for (var json : Json.resource(DICTIONARY).get("facts")) {
            var fact = fact(json);
            facts.put(fact.code(), fact);
        }
        return new Knowledge(facts, geneticRules(Json.resource(GENETIC_RULES)));
    }

    /** The dictionary as it checks a dossier. */
    public static FactDictionary dictionary() {
        return new FactDictionary(RulePackReader.list(Json.resource(DICTIONARY).get("facts"), KnowledgeReader::entry));
    }

    private static FactDictionary.Entry entry(JsonNode json) {
        var units = new LinkedHashMap<String, FactDictionary.Range>();
        json.path("units")
                .forEach(unit -> units.put(
                        unit.get("code").asText(),
                        new FactDictionary.Range(
                                unit.get("min").decimalValue(), unit.get("max").decimalValue())));
        var values = new HashSet<String>();
        json.path("values").forEach(value -> values.add(value.get("code").asText()));
        return new FactDictionary.Entry(json.get("code").asText(), type(json), units, values);
    }

    private static Type type(JsonNode json) {
        return Type.valueOf(json.get("type").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static FactDefinition fact(JsonNode json) {
        var values = new HashMap<String, Bilingual>();
        json.path("values").forEach(v -> values.put(v.get("code").asText(), RulePackReader.bilingual(v.get("label"))));
        return new FactDefinition(
                json.get("code").asText(),
                type(json),
                json.has("decimals") ? json.get("decimals").asInt() : null,
                json.get("suppliedBy").asText(),
                freshness(json.path("freshness")),
                RulePackReader.bilingual(json.get("label")),
                values);
    }

    private static List<Freshness> freshness(JsonNode json) {
        return RulePackReader.list(json, rule -> {
            var age = rule.has("underAge") ? Period.parse(rule.get("underAge").asText()) : null;
            return new Freshness(age, rule.get("days").asInt());
        });
    }

    private static GeneticRules geneticRules(JsonNode json) {
        var rules = new LinkedHashMap<String, Criterion>();
        json.get("rules")
                .forEach(r -> rules.put(
                        r.get("id").asText(),
                        Criterion.genetic(
                                r.get("id").asText(),
                                Criterion.Kind.valueOf(r.path("kind").asText("REQ")),
                                RulePackReader.bilingual(r.get("text")),
                                RulePackReader.source(r.get("source")))));
        var genes = new LinkedHashMap<String, Gene>();
        json.get("genes").forEach(g -> genes.put(g.get("hgnc").asText(), GeneReader.read(g)));
        return new GeneticRules(
                json.get("version").asInt(), LocalDate.parse(json.get("asOf").asText()), rules, genes);
    }
}
