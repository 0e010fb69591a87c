package fr.genereferral.referral.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCheckTest {
    /** Shows what is hashed. */
    private static final PatientMarks MARKS = new PatientMarks("350007084", framed -> framed);

    private final SearchCheck check = new SearchCheck();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"patient\": {\"familyName\": \"Durand\", \"birthDate\": \"2026-07-20\"}} | SEARCH_BY_NAME",
                "{\"ins\": \"255081416802538\"} | SEARCH_BY_INS",
                "{\"hospitalFileNumber\": \"12/345\"} | SEARCH_BY_FILE_NUMBER"
            })
    void takesOneOfThreeWays(String body, String action) {
        assertEquals(action, checked(body).by().name());
    }

    @Test
    void looksForWhoIsMeant() {
        var named = checked(
                "{\"patient\": {\"familyName\": \"Durand\", \"givenName\": \"Zoé\", \"birthDate\": \"2026-07-20\"}}");
        var numbered = checked("{\"ins\": \"255081416802538\"}");
        var filed = checked("{\"hospitalFileNumber\": \"12/345\"}");

        assertEquals(MARKS.named("DURAND", "zoe", "2026-07-20"), named.marks().apply(MARKS));
        assertEquals(MARKS.numbered("255081416802538"), numbered.marks().apply(MARKS));
        assertEquals(MARKS.filed("12/345"), filed.marks().apply(MARKS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | '' | WRONG_FORMAT",
                "{\"ins\": \"255081416802538\", \"hospitalFileNumber\": \"1\"} | '' | WRONG_FORMAT",
                "{\"ins\": \"255081416802539\"} | /ins | WRONG_CHECK_DIGIT",
                "{\"ins\": 2} | /ins | WRONG_TYPE",
                "{\"hospitalFileNumber\": \"\"} | /hospitalFileNumber | TOO_SHORT",
                "{\"hospitalFileNumber\": \"1\\u0085\"} | /hospitalFileNumber | WRONG_FORMAT",
                "{\"name\": \"Durand\"} | /name | FIELD_UNKNOWN",
                "{\"patient\": {\"familyName\": \"Durand\"}} | /patient/birthDate | FIELD_MISSING",
                "{\"patient\": {\"birthDate\": \"2026-07-20\"}} | /patient/familyName | FIELD_MISSING",
                "{\"patient\": {\"familyName\": \"D\", \"birthDate\": \"2026-02-30\"}} | /patient/birthDate | WRONG_FORMAT"
            })
    void saysWhatIsWrongAndNotWithWhom(String body, String pointer, String code) {
        var refused = assertThrows(Refused.class, () -> checked(body));

        assertTrue(
                refused.violations().stream()
                        .anyMatch(wrong ->
                                wrong.pointer().equals(pointer) && wrong.code().equals(code)),
                () -> refused.violations().toString());
        assertEquals(-1, refused.violations().toString().indexOf("Durand"));
    }

    @Test
    void keepsTheNameToItself() {
        assertEquals(
                "Sought[SEARCH_BY_FILE_NUMBER]",
                checked("{\"hospitalFileNumber\": \"12/345\"}").toString());
    }

    private Sought checked(String body) {
        return check.checked(body.getBytes(StandardCharsets.UTF_8));
    }
}
