package fr.genereferral.hubdirectory.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void namesEveryFaultByRowAndField() {
        var read = read("""
                {"hubs": [{"id": "IT-MILANO", "": 1, "a/b": 2, "languages": ["fr", 5]}, null],
                 "accreditations": [{"hub": "IT-MILANO", "therapy": "WAK"}]}""");

        assertEquals(
                List.of("/hubs/0/languages/1", "/hubs/0/", "/hubs/0/a~1b", "/hubs/1", "/accreditations/0/from"),
                read.violations().stream().map(Refused.Violation::pointer).toList());
        assertEquals(
                List.of("1 languages", "1 ", "1 a~1b", "2 ", "1 from"),
                read.faults().stream().map(f -> f.line() + " " + f.column()).toList());
    }

    @Test
    void takesListsAndNothingElse() {
        var refused = assertThrows(Refused.class, () -> read("{\"hubs\": {}, \"patients\": []}"));

        assertEquals(
                List.of("/hubs WRONG_TYPE", "/patients FIELD_UNKNOWN"),
                refused.violations().stream()
                        .map(v -> v.pointer() + " " + v.code())
                        .toList());
    }

    private static ImportRows.Read read(String body) {
        return JsonRows.of(body.getBytes(StandardCharsets.UTF_8)).read(TODAY);
    }
}
