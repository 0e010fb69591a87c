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
import java.util.TreeMap;
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

    /** For mutation tests, which run all that reaches a mutant: one test starts sooner than hundreds. */
    private static final boolean AT_ONCE = Boolean.getBoolean("cases.at-once");

    @TestFactory
    Stream<DynamicTest> judgesAsTheRulesSay() {
        return AT_ONCE ? Stream.of(DynamicTest.dynamicTest("all", CasesTest::checkAll)) : one();
    }

    private static void checkAll() throws IOException {
        for (var file : Cases.all()) {
            check(file);
        }
    }

    private static Stream<DynamicTest> one() {
        return Cases.all().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        var given = Cases.read(file);
        check(file, given, "expected", Packs.shipped());
        if (given.has("asIfOpen")) {
            check(file, given, "asIfOpen", Packs.opened());
        }
    }

    private static void check(Path file, JsonNode given, String outcome, RulesInForce rules) throws IOException {
        var document = JSON.readTree(assess(given, rules));
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

    private static String assess(JsonNode given, RulesInForce rules) {
        var sought = new ArrayList<String>();
        given.get("therapiesSought").forEach(id -> sought.add(id.asText()));
        var assessment = new Assessor(rules)
                .assess(
                        DossierReader.read(given.get("dossier")),
                        List.copyOf(sought),
                        LocalDate.parse(given.get("asOf").asText()));
        return WRITER.write(assessment);
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
