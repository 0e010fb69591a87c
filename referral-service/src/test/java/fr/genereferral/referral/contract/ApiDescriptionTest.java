package fr.genereferral.referral.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published description is what is served. After a wanted change: {@code ./mvnw test -Dtest=ApiDescriptionTest
 * -Dapprove}, and review the difference.
 */
@ServiceTest
class ApiDescriptionTest {
    private static final Path SNAPSHOT = Path.of("contracts/published/openapi.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isServedAsPublished() throws IOException {
        var served = given().get("/q/openapi").asString();

        if (System.getProperty("approve") != null) {
            Files.writeString(SNAPSHOT, served);
        }

        assertEquals(Files.readString(SNAPSHOT), served, "wanted? run again with -Dapprove");
    }

    @ParameterizedTest
    @CsvSource({
        "Dossier, contracts/published/Dossier.v1.schema.json",
        "AddedFacts, src/main/resources/schemas/AddedFacts.v1.schema.json",
        "NewReferral, src/main/resources/schemas/NewReferral.v1.schema.json",
        "NewWishes, src/main/resources/schemas/NewWishes.v1.schema.json",
        "BeginningOfCare, src/main/resources/schemas/BeginningOfCare.v1.schema.json",
        "NewMeeting, src/main/resources/schemas/NewMeeting.v1.schema.json",
        "OutcomeReport, src/main/resources/schemas/OutcomeReport.v1.schema.json",
        "PatientSearch, src/main/resources/schemas/PatientSearch.v1.schema.json",
        "CancellationAnswer, src/main/resources/schemas/CancellationAnswer.v1.schema.json",
        "Withdrawal, src/main/resources/schemas/Withdrawal.v1.schema.json"
    })
    void showsTheSchemasThatBodiesAreHeldAgainst(String name, String source) throws IOException {
        var text = Files.readString(Path.of(source))
                .replace("\"Dossier.v1.schema.json\"", "\"#/components/schemas/Dossier\"")
                .replace("\"Dossier.v1.schema.json#/", "\"#/components/schemas/Dossier/");
        var schema = (ObjectNode) JSON.readTree(text);
        schema.remove(List.of("$schema", "$id"));

        assertEquals(schema, described().at("/components/schemas/" + name));
    }

    @Test
    void letsAnythingBeMissingInADraft() throws IOException {
        var schemas = described().at("/components/schemas");
        var draft = schemas.path("DraftReferral");

        assertEquals(List.of(), draft.findValues("required"));
        assertEquals(names(schemas.at("/NewReferral/properties")), names(draft.path("properties")));
        assertEquals(names(schemas.at("/Dossier/properties")), names(draft.at("/properties/dossier/properties")));
    }

    private static TreeSet<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void saysForEachOperationWhoMayCallItAsTheCodeDoes() throws IOException {
        var coded = Operations.all();

        operations(described())
                .forEach((id, operation) ->
                        assertEquals(coded.get(id).roles(), new TreeSet<>(texts(operation.path("x-roles"))), id));
        assertEquals(coded.keySet(), operations(described()).keySet());
    }

    @Test
    void explainsEachOperationInWordsRolesAndExamples() throws IOException {
        operations(described()).forEach((id, operation) -> {
            assertTrue(operation.hasNonNull("summary") && operation.hasNonNull("description"), id);
            texts(operation.path("x-roles"))
                    .forEach(role ->
                            assertTrue(operation.path("description").asText().contains("`" + role + "`"), id));
            assertFalse(operation.at("/responses").findValues("examples").isEmpty(), id + " has no example");
        });
    }

    @Test
    void namesEveryProblem() throws IOException {
        var description = described().at("/info/description").asText();
        var problems = JSON.readTree(Files.readString(Path.of("src/main/resources/problems.json")));

        problems.properties()
                .forEach(p -> assertTrue(
                        description.contains("| `" + p.getKey() + "` | "
                                + p.getValue().path("status").asInt() + " |"),
                        p.getKey()));
    }

    @Test
    void guessesNothing() throws IOException {
        var responses = new ArrayList<String>();
        operations(described()).forEach((id, operation) -> operation.path("responses").properties().stream()
                .filter(r -> r.getValue().path("description").asText("x").matches("OK|Created|Accepted|"))
                .forEach(r -> responses.add(id + " " + r.getKey())));

        assertEquals(List.of(), responses);
    }

    private static JsonNode described() throws IOException {
        return JSON.readTree(given().get("/q/openapi?format=json").asString());
    }

    private static Map<String, JsonNode> operations(JsonNode description) {
        var found = new java.util.TreeMap<String, JsonNode>();
        description.path("paths").forEach(path -> path.properties().stream()
                .filter(e -> e.getValue().has("operationId"))
                .forEach(e -> found.put(e.getValue().path("operationId").asText(), e.getValue())));
        return found;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
