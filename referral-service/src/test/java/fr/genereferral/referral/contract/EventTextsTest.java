package fr.genereferral.referral.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No free text travels: whatever is text in an event is bounded by what it may say. */
class EventTextsTest {
    private static final int LONGEST_FREE_TEXT = 64;

    static Stream<Arguments> schemas() {
        return Stream.concat(Stream.of(Schemas.published()), Schemas.consumed().stream())
                .flatMap(folder -> folder.types().stream().map(type -> Arguments.of(type, folder.schema(type))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void areEnumeratedFormattedPatternedOrShort(String type, JsonNode schema) {
        var free = new ArrayList<String>();

        walk(schema, "", free);

        assertEquals(List.of(), free);
    }

    @Test
    void areFoundWhereverTheyStand() {
        assertTrue(schemas().count() > 12);
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
        return Stream.of("enum", "const", "format", "pattern").anyMatch(text::has)
                || text.path("maxLength").asInt(Integer.MAX_VALUE) <= LONGEST_FREE_TEXT;
    }
}
