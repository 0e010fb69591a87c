package fr.genereferral.hubdirectory.replay;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Refused.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class QuestionBodyTest {

    @Test
    void takesBoundsOfWhatIsAddedAndNoneOfWhatIsRemoved() {
        var bounded = "{'hub': '350007084', 'therapy': 'ONA-IV', 'underAgeYears': 2, 'toWeightKg': 20}";

        assertDoesNotThrow(() -> read("'accredited': [" + bounded + "]"));
        assertEquals(
                List.of("/removed/0/underAgeYears", "/removed/0/toWeightKg"),
                pointers(() -> read("'removed': [" + bounded + "]")));
    }

    @Test
    void namesEveryHubThatTheDirectoryDoesNotKnow() {
        var known = "{'hub': '350007084', 'therapy': 'ONA-IV'}";
        var unknown = "{'hub': '350000000', 'therapy': 'ONA-IV'}";
        var question = read("'accredited': [%1$s, %2$s], 'removed': [%2$s]".formatted(known, unknown));

        assertEquals(
                List.of("/accredited/1/hub", "/removed/0/hub"),
                pointers(() -> question.checkHubs(Set.of("350007084"))));
        assertDoesNotThrow(() -> question.checkHubs(Set.of("350007084", "350000000")));
    }

    private static Question read(String supposed) {
        var body = "{'from': '2026-01-01', 'to': '2026-12-31', " + supposed + "}";
        return QuestionBody.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> pointers(Executable asked) {
        return assertThrows(Refused.class, asked).violations().stream()
                .map(Violation::pointer)
                .toList();
    }
}
