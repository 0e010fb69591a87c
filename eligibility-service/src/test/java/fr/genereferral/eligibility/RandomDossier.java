package fr.genereferral.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.json.DossierReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Dossiers that nobody thought of: a case with things taken away, changed, and mixed in from other cases. */
final class RandomDossier {
    private static final List<ObjectNode> CASES =
            Cases.all().stream().map(Cases::read).toList();
    private static final List<String> STATES =
            List.of("pending", "not-done", "not-assessable", "withheld", "conflicting", "unknown");

    private final Random random;
    private final ObjectNode dossier;
    private final String asOf;

    RandomDossier(long seed) {
        this.random = new Random(seed);
        var given = anyCase();
        this.asOf = given.get("asOf").asText();
        this.dossier = given.get("dossier").deepCopy();
        for (var changes = random.nextInt(5); changes > 0; changes--) {
            change();
        }
    }

    Dossier dossier() {
        return DossierReader.read(dossier);
    }

    LocalDate asOf() {
        return LocalDate.parse(asOf);
    }

    @Override
    public String toString() {
        return asOf + " " + dossier;
    }

    private void change() {
        switch (random.nextInt(12)) {
            case 0 -> removeOne(list(dossier, "facts"));
            case 1 -> addOne("facts");
            case 2 -> spoil(list(dossier, "facts"));
            case 3 -> addOne("antibodies");
            case 4 -> removeOne(list(dossier.withObject("genetics"), "variants"));
            case 5 -> addGenetics("variants");
            case 6 -> addGenetics("copyNumbers");
            case 7 -> disturb("zygosity", "homozygous", "heterozygous", "hemizygous", "mosaic");
            case 8 -> disturb("hgvs", "V30M", "c.20A>T", "NM_000518.5:c.[20A>T];[=]", "NM_004006.3:c.(7400_7401)del");
            case 9 -> reclassify();
            case 10 ->
                dossier.withObject("genetics")
                        .putObject("analysis")
                        .put("scope", random.nextBoolean() ? "partial" : "full");
            default ->
                dossier.put("sex", List.of("male", "female", "other", "unknown").get(random.nextInt(4)));
        }
    }

    private void disturb(String field, String... words) {
        var variants = list(dossier.withObject("genetics"), "variants");
        if (!variants.isEmpty()) {
            var variant = (ObjectNode) variants.get(random.nextInt(variants.size()));
            variant.put(field, words[random.nextInt(words.length)]);
        }
    }

    private void reclassify() {
        var variants = list(dossier.withObject("genetics"), "variants");
        if (!variants.isEmpty()) {
            ((ObjectNode) variants.get(random.nextInt(variants.size()))).put("acmgClass", 1 + random.nextInt(5));
        }
    }

    private void removeOne(ArrayNode list) {
        if (!list.isEmpty()) {
            list.remove(random.nextInt(list.size()));
        }
    }

    /** What was known is not known any more, for one of the reasons that a dossier can give. */
    private void spoil(ArrayNode facts) {
        if (!facts.isEmpty()) {
            var fact = (ObjectNode) facts.get(random.nextInt(facts.size()));
            fact.put("state", STATES.get(random.nextInt(STATES.size())));
            fact.remove(List.of("value", "unit", "operator"));
        }
    }

    private void addOne(String list) {
        addFrom(anyCase().at("/dossier/" + list), list(dossier, list));
    }

    private void addGenetics(String list) {
        addFrom(anyCase().at("/dossier/genetics/" + list), list(dossier.withObject("genetics"), list));
    }

    private void addFrom(JsonNode source, ArrayNode target) {
        if (!source.isEmpty()) {
            target.add(source.get(random.nextInt(source.size())));
        }
    }

    private static ArrayNode list(ObjectNode object, String name) {
        return object.withArray(name);
    }

    private JsonNode anyCase() {
        return CASES.get(random.nextInt(CASES.size()));
    }
}
