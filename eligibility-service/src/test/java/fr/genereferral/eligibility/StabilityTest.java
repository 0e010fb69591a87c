package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same judgement is the same bytes, whatever order a dossier is written in and whenever it is judged. */
class StabilityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AssessmentWriter WRITER =
            new AssessmentWriter(Packs.shipped().knowledge());

    @Test
    void theOrderOfADossierDoesNotShow() throws IOException {
        var random = new Random(20261123);
        for (var given : cases()) {
            var asWritten = assess(given);
            for (var run = 0; run < 5; run++) {
                var shuffled = given.deepCopy();
                shuffle(shuffled.get("dossier"), random);

                assertEquals(asWritten, assess(shuffled), given.get("from").toString());
            }
        }
    }

    @Test
    void theSameDossierGivesTheSameBytesAgain() throws IOException {
        for (var given : cases()) {
            assertEquals(assess(given), assess(JSON.readTree(given.toString())));
        }
    }

    /** A missing input may open a verdict, but it fails nobody. */
    @Test
    void takingAFactAwayNeverMakesAnybodyNotEligible() throws IOException {
        for (var given : cases()) {
            var before = verdicts(given);
            var facts = (ArrayNode) given.get("dossier").get("facts");
            for (var i = 0; i < facts.size(); i++) {
                var poorer = given.deepCopy();
                ((ArrayNode) poorer.get("dossier").get("facts")).remove(i);
                var after = verdicts(poorer);
                for (var v = 0; v < before.size(); v++) {
                    if (after.get(v).equals("NOT_ELIGIBLE") && isDatedOnce(facts, i)) {
                        assertEquals("NOT_ELIGIBLE", before.get(v), given.get("from") + " without " + facts.get(i));
                    }
                }
            }
        }
    }

    /** Taking the latest of two values away brings the older one back, which is no missing input. */
    private static boolean isDatedOnce(ArrayNode facts, int index) {
        var same = 0;
        for (var fact : facts) {
            same += fact.get("code").equals(facts.get(index).get("code")) ? 1 : 0;
        }
        return same == 1;
    }

    private static List<String> verdicts(JsonNode given) throws IOException {
        var verdicts = new ArrayList<String>();
        JSON.readTree(assess(given))
                .get("verdicts")
                .forEach(v -> verdicts.add(v.at("/fr/verdict").asText()));
        return verdicts;
    }

    private static void shuffle(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            var items = new ArrayList<JsonNode>();
            array.forEach(items::add);
            Collections.shuffle(items, random);
            array.removeAll();
            array.addAll(items);
        }
        if (node instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            names.forEach(name -> object.set(name, object.remove(name)));
        }
        node.forEach(child -> shuffle(child, random));
    }

    private static String assess(JsonNode given) {
        return WRITER.write(new Assessor(Packs.shipped())
                .assess(
                        DossierReader.read(given.get("dossier")),
                        List.of(),
                        LocalDate.parse(given.get("asOf").asText())));
    }

    private static List<JsonNode> cases() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/cases"))) {
            var cases = new ArrayList<JsonNode>();
            for (var file : files.sorted().toList()) {
                cases.add(JSON.readTree(file.toFile()));
            }
            return cases;
        }
    }
}
