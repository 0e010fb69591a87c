package fr.genereferral.referral.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No free text travels: whatever is text in an event is an enumeration, a format, a pattern that takes no sentence, or at
 * most 64 characters. A pattern that only keeps control characters out bounds nothing.
 */
class EventTextsTest {
    private static final int LONGEST_FREE_TEXT = 64;

    /** What is typed where it should not be; a pattern that takes one of these is open. */
    private static final List<String> SENTENCES =
            List.of("Élodie Dupont", "née Exemple le 1er mai", "voir le dossier de M. Dupont, 12 rue des Lilas");

    /** Written by eligibility-service from its own wording, filled with what travelled to it. */
    private static final Set<String> WRITTEN_BY_A_SERVICE = Set.of(
            "ReferralAssessed.v1/$defs/bilingual/properties/fr",
            "ReferralAssessed.v1/$defs/bilingual/properties/en",
            "ReferralAssessed.v1/$defs/source/properties/ref");

    static Stream<Arguments> schemas() {
        return Stream.concat(Stream.of(Schemas.published()), Schemas.consumed().stream())
                .flatMap(folder -> folder.types().stream()
                        .filter(type -> !type.equals("Dossier.v1"))
                        .map(type -> Arguments.of(type, travelling(folder, type))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void areEnumeratedFormattedClosedOrShort(String type, JsonNode schema) {
        var free = new ArrayList<String>();

        walk(schema, type, free);

        free.removeAll(WRITTEN_BY_A_SERVICE);
        assertEquals(List.of(), free);
    }

    @Test
    void areFoundWhereverTheyStand() {
        assertTrue(schemas().count() > 12);
    }

    @Test
    void areFreeWhenTheirPatternOnlyKeepsControlCharactersOut() {
        var text = JsonNodeFactory.instance.objectNode().put("type", "string").put("maxLength", 400);

        var free = new ArrayList<String>();
        walk(text.put("pattern", "^[^\\u0000-\\u001F]*$"), "open", free);
        walk(text.deepCopy().put("pattern", "^[a-z]{1,80}$"), "closed", free);

        assertEquals(List.of("open"), free);
    }

    /** The dossier of an event is that of POST with some of its properties closed or forbidden. */
    private static JsonNode travelling(Schemas folder, String type) {
        var schema = folder.schema(type).deepCopy();
        var dossier = schema.at("/properties/dossier");
        return dossier.has("$ref") ? EventDossier.of(schema, folder.schema("Dossier.v1")) : schema;
    }

    private static void walk(JsonNode node, String pointer, List<String> free) {
        if (isText(node.path("type")) && !bounded(node)) {
            free.add(pointer);
        }
        node.properties().forEach(field -> walk(field.getValue(), pointer + "/" + field.getKey(), free));
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, free);
        }
    }

    private static boolean isText(JsonNode type) {
        if (!type.isArray()) {
            return type.isTextual() && type.textValue().equals("string");
        }
        return StreamSupport.stream(type.spliterator(), false)
                .anyMatch(one -> one.asText().equals("string"));
    }

    private static boolean bounded(JsonNode text) {
        return Stream.of("enum", "const", "format").anyMatch(text::has)
                || text.path("maxLength").asInt(Integer.MAX_VALUE) <= LONGEST_FREE_TEXT
                || text.has("pattern") && isClosed(text.path("pattern").textValue());
    }

    private static boolean isClosed(String pattern) {
        var compiled = Pattern.compile(pattern);
        return SENTENCES.stream()
                .noneMatch(sentence -> compiled.matcher(sentence).find());
    }
}
