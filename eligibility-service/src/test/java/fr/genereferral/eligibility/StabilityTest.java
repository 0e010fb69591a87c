package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same judgement is the same bytes, whatever order a dossier is written in and whenever it is judged. */
class StabilityTest {
    private static final Set<Input> OVERRIDING = overriding();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AssessmentWriter WRITER =
            new AssessmentWriter(Packs.shipped().knowledge());

    @Test
    void theOrderOfADossierDoesNotShow() throws IOException {
        var random = new Random(20261123);
        for (var file : Cases.all()) {
            var given = Cases.read(file);
            var asWritten = assess(given);
            var shuffled = given.deepCopy();
            shuffle(shuffled.get("dossier"), random);

            assertEquals(asWritten, assess(shuffled), file.toString());
        }
    }

    @Test
    void theSameDossierGivesTheSameBytesAgain() throws IOException {
        for (var file : Cases.all()) {
            var given = Cases.read(file);
            assertEquals(assess(given), assess(JSON.readTree(given.toString())));
        }
    }

    /** A missing input may open a verdict, but it fails nobody; unless it was better than what is known without it. */
    @Test
    void takingAFactAwayNeverMakesAnybodyNotEligible() throws IOException {
        for (var file : Cases.all()) {
            var given = Cases.read(file);
            var before = verdicts(given);
            var facts = given.withObject("/dossier").withArray("facts");
            for (var i = 0; i < facts.size(); i++) {
                var poorer = given.deepCopy();
                poorer.withObject("/dossier").withArray("facts").remove(i);
                var after = verdicts(poorer);
                for (var v = 0; v < before.size(); v++) {
                    if (after.get(v) == Verdict.NOT_ELIGIBLE && isDatedOnce(facts, i) && !overrides(facts.get(i))) {
                        assertEquals(Verdict.NOT_ELIGIBLE, before.get(v), file + " without " + facts.get(i));
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

    /** A fact that decides before another source is asked, or that may contradict one. */
    private static boolean overrides(JsonNode fact) {
        return OVERRIDING.contains(Input.fact(fact.get("code").asText()));
    }

    private static Set<Input> overriding() {
        return Packs.shipped().all().stream()
                .flatMap(pack -> pack.criteria().stream())
                .map(Criterion::expression)
                .filter(e -> e != null)
                .flatMap(StabilityTest::sources)
                .flatMap(Expression::leaves)
                .flatMap(leaf -> leaf.input().stream())
                .collect(Collectors.toSet());
    }

    /** The parts of an expression that know one thing in several ways. */
    private static Stream<Expression> sources(Expression expression) {
        if (expression instanceof Connective.FirstKnown || expression instanceof Connective.Agree) {
            return Stream.of(expression);
        }
        return expression instanceof Connective connective
                ? connective.of().stream().flatMap(StabilityTest::sources)
                : Stream.empty();
    }

    private static List<Verdict> verdicts(JsonNode given) {
        return judge(given).verdicts().stream().map(v -> v.fr().verdict()).toList();
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
        return WRITER.write(judge(given));
    }

    private static Assessment judge(JsonNode given) {
        return new Assessor(Packs.shipped())
                .assess(
                        DossierReader.read(given.get("dossier")),
                        List.of(),
                        LocalDate.parse(given.get("asOf").asText()));
    }
}
