package fr.genereferral.hubdirectory.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.web.AcceptanceCodes.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a hub chooses from is data with days, words and a source. */
class AcceptanceCodesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    @Test
    void haveTheFormThatTheContractPromisesWordsAndASource() {
        var codes = new AcceptanceCodes(JSON);

        for (var kind : Kind.values()) {
            assertFalse(codes.all(kind).isEmpty());
            for (var code : codes.all(kind)) {
                assertTrue(FORM.matcher(code.code()).matches(), code.code());
                assertFalse(
                        code.fr().isBlank()
                                || code.en().isBlank()
                                || code.source().isBlank(),
                        code.code());
            }
        }
    }

    @Test
    void mayBeChosenFromTheFirstDayToTheLast() throws JsonProcessingException {
        var codes = new AcceptanceCodes(JSON.readTree("""
                {"conditions": {"OLD": {"fr": "a", "en": "b", "from": "2026-01-01", "until": "2026-06-30", "source": "c"},
                                "NEW": {"fr": "a", "en": "b", "from": "2026-07-01", "source": "c"}},
                 "bring": {}}"""));

        assertEquals(List.of(), codes.on(LocalDate.of(2025, 12, 31), Kind.CONDITIONS));
        assertEquals(List.of("OLD"), codes.on(LocalDate.of(2026, 6, 30), Kind.CONDITIONS));
        assertEquals(List.of("NEW"), codes.on(LocalDate.of(2026, 7, 1), Kind.CONDITIONS));
        assertEquals(2, codes.all(Kind.CONDITIONS).size(), "a code that is over keeps its words");
        assertEquals(List.of(), codes.on(LocalDate.of(2026, 7, 1), Kind.BRING));
    }

    @Test
    void failWithoutWords() throws JsonProcessingException {
        var mute = JSON.readTree(
                "{\"conditions\": {\"A\": {\"from\": \"2026-01-01\", \"source\": \"c\"}}, \"bring\": {}}");

        assertThrows(IllegalArgumentException.class, () -> new AcceptanceCodes(mute));
    }
}
