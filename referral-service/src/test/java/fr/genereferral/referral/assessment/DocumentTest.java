package fr.genereferral.referral.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = """
            { "verdicts" : [ {"therapy": "ONA-IV", "amm": null, "criteria": [{"truth": "true", "parts": [{}]}],
              "missing": [{"criterion": "ONA-IV.5", "facts": [{"code": "aav9"}]}]} ], "n": 1.50, "text": "é\\u00e9" }""";

    private record Event(String before, Document assessment, int after) {}

    @Test
    void isKeptToTheLetter() throws JsonProcessingException {
        var event = "{\"before\": \"é\", \"assessment\":" + TEXT + ", \"after\": 7}";

        var read = JSON.readValue(event, Event.class);

        assertEquals(TEXT, read.assessment().in(event));
        assertEquals(7, read.after());
    }

    @Test
    void isKeptToTheLetterHoweverLong() throws JsonProcessingException {
        var filler = "\"é".repeat(1) + "x".repeat(200_000) + "\"";
        var long_ = "{\"criteria\": [" + filler + "], \"verdicts\": []}";
        var event = "{\"before\": " + filler + ", \"assessment\": " + long_ + ", \"after\": 7}";

        assertEquals(long_, JSON.readValue(event, Event.class).assessment().in(event));
    }

    @Test
    void isReadWithoutItsExplanations() throws JsonProcessingException {
        var read = JSON.readValue("{\"before\": \"\", \"assessment\": " + TEXT + ", \"after\": 7}", Event.class);

        var verdict = read.assessment().outline().at("/verdicts/0");
        assertEquals("ONA-IV", verdict.path("therapy").textValue());
        assertEquals("ONA-IV.5", verdict.at("/missing/0/criterion").textValue());
        assertTrue(verdict.path("amm").isNull());
        assertTrue(verdict.path("criteria").isMissingNode());
        assertTrue(verdict.at("/missing/0/facts").isMissingNode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "true"})
    void isAnObject(String other) {
        var event = "{\"before\": \"\", \"assessment\": " + other + ", \"after\": 7}";

        assertThrows(JsonProcessingException.class, () -> JSON.readValue(event, Event.class));
    }

    @Test
    void isNotCutOff() {
        var event = "{\"before\": \"\", \"assessment\": {\"verdicts\": [{}";

        assertThrows(JsonProcessingException.class, () -> JSON.readValue(event, Event.class));
    }
}
