package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import fr.genereferral.eligibility.hgvs.HgvsReader;
import fr.genereferral.eligibility.hgvs.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The medical data holds together: schemas, dictionary, catalogue and packs name the same things. */
class PackDataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PUBLISHED = Path.of("contracts/published");

    @Test
    void everyPackKeepsItsSchema() throws IOException {
        for (var pack : Packs.files()) {
            assertEquals(Set.of(), faults(RESOURCES.resolve("packs/rule-pack.schema.json"), pack), pack.toString());
        }
    }

    @Test
    void dictionaryAndGeneticRulesKeepTheirSchemas() throws IOException {
        var genetics = RESOURCES.resolve("genetics");
        assertEquals(
                Set.of(),
                faults(PUBLISHED.resolve("fact-dictionary.schema.json"), PUBLISHED.resolve("fact-dictionary.json")));
        assertEquals(
                Set.of(),
                faults(genetics.resolve("genetic-rules.schema.json"), genetics.resolve("genetic-rules.v1.json")));
    }

    @Test
    void aFactHasWhatItsTypeNeedsAndNoMore() throws IOException {
        for (var fact : read(PUBLISHED.resolve("fact-dictionary.json")).get("facts")) {
            var type = fact.get("type").asText();
            assertEquals(type.equals("quantity"), fact.has("units"), fact.toString());
            assertEquals(type.equals("coded"), fact.has("values"), fact.toString());
            assertEquals(fact.get("ages").asBoolean(), fact.has("freshness"), fact.toString());
        }
    }

    @Test
    void theDictionaryNamesExactlyTheCriteriaThatUseAFact() throws IOException {
        var used = new TreeMap<String, Set<String>>();
        Packs.shipped().all().forEach(pack -> pack.criteria().stream()
                .filter(c -> c.expression() != null)
                .forEach(c -> c.expression()
                        .leaves()
                        .flatMap(leaf -> leaf.input().stream())
                        .filter(input -> input.kind() == Input.Kind.FACT)
                        .forEach(input -> used.computeIfAbsent(input.code(), k -> new TreeSet<>())
                                .add(c.id()))));
        var named = new TreeMap<String, Set<String>>();
        for (var fact : read(PUBLISHED.resolve("fact-dictionary.json")).get("facts")) {
            var criteria = new TreeSet<String>();
            fact.get("criteria").forEach(id -> criteria.add(id.asText()));
            named.put(fact.get("code").asText(), criteria);
        }

        assertEquals(used, named);
    }

    @Test
    void theCatalogueSaysWhatThePacksSay() throws IOException {
        var catalogue = read(PUBLISHED.resolve("therapies.json"));
        assertEquals(Packs.shipped().all().stream().map(RulePack::therapy).toList(), catalogue.findValuesAsText("id"));
        for (var therapy : catalogue) {
            var pack = read(RESOURCES.resolve("packs/" + therapy.get("id").asText() + ".v1.json"));
            for (var field : Set.of("name", "inn", "brand", "modality", "diseases", "genes", "routing", "order")) {
                assertEquals(pack.get(field), therapy.get(field), field);
            }
        }
    }

    @Test
    void everyCriterionBelongsToItsPackAndIsNamedOnce() throws IOException {
        for (var file : Packs.files()) {
            var pack = read(file);
            var ids = pack.get("criteria").findValuesAsText("id");
            var own = pack.get("therapy").asText() + ".";
            var family = pack.path("family").asText(own) + ".";
            assertEquals(ids.size(), Set.copyOf(ids).size());
            assertTrue(ids.stream().allMatch(id -> id.startsWith(own) || id.startsWith(family)), file.toString());
        }
    }

    @Test
    void aRowThatSiblingPacksShareIsTheSameInEach() throws IOException {
        var rows = new TreeMap<String, JsonNode>();
        for (var file : Packs.files()) {
            for (var row : read(file).get("criteria")) {
                var known = rows.putIfAbsent(row.get("id").asText(), row);
                assertTrue(known == null || known.equals(row), row.get("id") + " in " + file);
            }
        }
    }

    @Test
    void everyGeneThatIsJudgedHasItsReferences() {
        for (var pack : Packs.shipped().all()) {
            var judged = pack.authorised() || pack.access().stream().anyMatch(RulePack.Access::open);
            assertTrue(!judged || genetics().genes().keySet().containsAll(pack.genes()), pack.therapy());
        }
    }

    @Test
    void anExonMapCoversTheCodingSequence() {
        for (var gene : genetics().genes().values()) {
            if (gene.exons() != null) {
                var sum = gene.exons().lengths().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                gene.references().values().forEach(r -> assertEquals(r.codingLength(), sum, gene.symbol()));
            }
        }
    }

    @Test
    void everyGeneThatADemandLooksAtIsKnownWithWhatItNeeds() {
        for (var pack : Packs.shipped().all()) {
            pack.criteria().stream()
                    .filter(c -> c.expression() != null)
                    .flatMap(c -> c.expression().leaves())
                    .forEach(leaf -> {
                        if (leaf instanceof VariantLeaf.OfGene demand) {
                            var gene = genetics().genes().get(demand.hgnc());
                            var named = demand instanceof VariantLeaf.Named;
                            assertTrue(gene != null && (named || gene.exons() != null), pack.therapy());
                        }
                    });
        }
    }

    /** On each day exactly one answer to whether the product can be had. */
    @Test
    void accessIsInOrderAndBeginsWithThePack() throws IOException {
        for (var file : Packs.files()) {
            var pack = read(file);
            var days = pack.get("access").findValuesAsText("from");
            assertEquals(days.stream().sorted().distinct().toList(), days, file.toString());
            assertTrue(days.get(0).compareTo(pack.get("effectiveFrom").asText()) <= 0, file.toString());
        }
    }

    /** What the modern name of an old one is must itself be a name that the rules can use. */
    @Test
    void everyModernNameIsUsable() throws Unusable {
        for (var gene : genetics().genes().values()) {
            for (var modern : gene.legacyNames().values()) {
                var name = HgvsReader.read(modern);
                assertTrue(gene.references().containsKey(name.accession()), modern);
            }
        }
    }

    @Test
    void everyClassOfAllelesThatAPackDemandsIsKnownOfItsGenes() {
        for (var pack : Packs.shipped().all()) {
            var demanded = new TreeSet<>(pack.demand().alleles().each());
            demanded.addAll(pack.demand().alleles().oneOf());
            for (var gene : demanded.isEmpty() ? List.<String>of() : pack.genes()) {
                var known = genetics().genes().get(gene).alleles().byChange().values();
                assertTrue(known.containsAll(demanded), pack.therapy());
            }
        }
    }

    private static GeneticRules genetics() {
        return Packs.shipped().knowledge().genetics();
    }

    private static Set<String> faults(Path schema, Path document) throws IOException {
        var loaded = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Packs.text(schema));
        return loaded.validate(read(document)).stream().map(Object::toString).collect(Collectors.toSet());
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
