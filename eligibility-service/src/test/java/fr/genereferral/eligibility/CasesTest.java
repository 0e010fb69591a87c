package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One file a case: a dossier, a date and what the rules say of it, written down before the engine was asked; under
 * {@code asIfOpen} what they would say if everybody could get the product, for its genetics are not judged before.
 */
class CasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AssessmentWriter WRITER =
            new AssessmentWriter(Packs.shipped().knowledge());

    /** How many make one test: mutation tests run all that reaches a mutant, and a few start sooner than hundreds. */
    private static final int TOGETHER = Integer.getInteger("cases.together", 1);

    /** Read once and judged often; nobody changes them here. */
    private static final Map<Path, JsonNode> GIVEN = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> judgesAsTheRulesSay() {
        var files = Cases.all();
        return IntStream.iterate(0, n -> n < files.size(), n -> n + TOGETHER)
                .mapToObj(n -> files.subList(n, Math.min(n + TOGETHER, files.size())))
                .map(some -> DynamicTest.dynamicTest(some.get(0).getFileName().toString(), () -> check(some)));
    }

    private static void check(List<Path> files) throws IOException {
        var shipped = Packs.shipped();
        var opened = Packs.opened();
        for (var file : files) {
            var given = GIVEN.computeIfAbsent(file, Cases::read);
            check(file, given, "expected", shipped);
            if (given.has("asIfOpen")) {
                check(file, given, "asIfOpen", opened);
            }
        }
    }

    private static void check(Path file, JsonNode given, String outcome, RulesInForce rules) throws IOException {
        var document = document(assess(given, rules), given.get(outcome));
        var expected = new TreeMap<String, Object>();
        var actual = new TreeMap<String, Object>();
        given.get(outcome)
                .properties()
                .forEach(therapy -> therapy.getValue().properties().forEach(field -> {
                    var name = therapy.getKey() + " " + field.getKey();
                    expected.put(name, field.getValue().toString());
                    actual.put(name, said(verdict(document, therapy.getKey()), field.getKey(), field.getValue()));
                }));
        assertEquals(expected, actual, file.getFileName() + " " + outcome);
    }

    /** The whole document; mutants of the engine show in its outline as well, which is read much sooner. */
    private static JsonNode document(Assessment assessment, JsonNode expected) throws IOException {
        var whole = WRITER.write(assessment);
        return JSON.readTree(
                TOGETHER == 1 || expected.toString().contains("\"decisive\"") ? whole : WRITER.outline(assessment));
    }

    private static Assessment assess(JsonNode given, RulesInForce rules) {
        var sought = new ArrayList<String>();
        given.get("therapiesSought").forEach(id -> sought.add(id.asText()));
        return new Assessor(rules)
                .assess(
                        DossierReader.read(given.get("dossier")),
                        List.copyOf(sought),
                        LocalDate.parse(given.get("asOf").asText()));
    }

    private static JsonNode verdict(JsonNode document, String therapy) {
        for (var verdict : document.get("verdicts")) {
            if (verdict.get("therapy").asText().equals(therapy)) {
                return verdict;
            }
        }
        throw new AssertionError("no verdict for " + therapy);
    }

    private static String said(JsonNode verdict, String field, JsonNode expected) {
        return switch (field) {
            case "fr" -> verdict.at("/fr/verdict").toString();
            case "amm" -> verdict.at("/amm/verdict").toString();
            case "ammMissing" -> verdict.at("/amm/missing").toString();
            case "failing", "deferring", "missing" ->
                verdict.get("fr").get(field).toString();
            case "pendingUntil" -> pendingUntil(verdict, expected);
            default -> verdict.get(field).toString();
        };
    }

    private static String pendingUntil(JsonNode verdict, JsonNode expected) {
        var said = JSON.createObjectNode();
        verdict.get("missing").forEach(missing -> {
            var criterion = missing.get("criterion").asText();
            if (expected.has(criterion)) {
                said.set(criterion, missing.get("pendingUntil"));
            }
        });
        return said.toString();
    }
}
