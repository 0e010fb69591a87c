package fr.genereferral.bench.rules.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** What makes two dossiers differ: a fact not known yet or said twice, another number, age, class or phase. */
final class Changes {
    private static final List<String> STATES = List.of("pending", "not-done", "not-assessable", "withheld", "unknown");
    private static final int DAYS_OF_TEN_YEARS = 3_650;

    private final ObjectNode dossier;
    private final List<ObjectNode> cases;
    private final Random random;

    Changes(ObjectNode dossier, List<ObjectNode> cases, Random random) {
        this.dossier = dossier;
        this.cases = cases;
        this.random = random;
    }

    ObjectNode make(int count) {
        for (var change = 0; change < count; change++) {
            makeOne();
        }
        return dossier;
    }

    private void makeOne() {
        switch (random.nextInt(9)) {
            case 0 -> removeOne(facts());
            case 1 -> spoil(facts());
            case 2 -> addFrom("facts", facts());
            case 3 -> otherNumber(facts());
            case 4 -> otherAge();
            case 5 -> addFrom("antibodies", dossier.withArray("antibodies"));
            case 6 -> addFrom("genetics/variants", variants());
            case 7 -> disturb("zygosity", "homozygous", "heterozygous", "hemizygous", "mosaic");
            default -> reclassify();
        }
    }

    private ArrayNode facts() {
        return dossier.withArray("facts");
    }

    private ArrayNode variants() {
        return dossier.withObject("genetics").withArray("variants");
    }

    private void removeOne(ArrayNode list) {
        if (!list.isEmpty()) {
            list.remove(random.nextInt(list.size()));
        }
    }

    private void spoil(ArrayNode facts) {
        if (!facts.isEmpty()) {
            var fact = (ObjectNode) facts.get(random.nextInt(facts.size()));
            fact.put("state", STATES.get(random.nextInt(STATES.size())));
            fact.remove(List.of("value", "unit", "operator"));
        }
    }

    /** Up to twice as much. */
    private void otherNumber(ArrayNode facts) {
        for (var fact : facts) {
            if (fact.path("value").isNumber()) {
                var factor = BigDecimal.valueOf(random.nextInt(20), 1);
                ((ObjectNode) fact)
                        .put("value", fact.get("value").decimalValue().multiply(factor));
                return;
            }
        }
    }

    private void otherAge() {
        var birth = LocalDate.parse(dossier.get("birthDate").asText());
        dossier.put(
                "birthDate", birth.minusDays(random.nextInt(DAYS_OF_TEN_YEARS)).toString());
    }

    private void disturb(String field, String... words) {
        if (!variants().isEmpty()) {
            var variant = (ObjectNode) variants().get(random.nextInt(variants().size()));
            variant.put(field, words[random.nextInt(words.length)]);
        }
    }

    private void reclassify() {
        if (!variants().isEmpty()) {
            var variant = (ObjectNode) variants().get(random.nextInt(variants().size()));
            variant.put("acmgClass", 1 + random.nextInt(5));
        }
    }

    private void addFrom(String list, ArrayNode target) {
        JsonNode source = cases.get(random.nextInt(cases.size())).at("/dossier/" + list);
        if (!source.isEmpty()) {
            target.add(source.get(random.nextInt(source.size())));
        }
    }
}
