package fr.genereferral.e2e.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Search SEARCH = Search.forIdentities();

    private final Patient patient = new Patient(42);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "{\"familyName\":\""})
    void findsANameInEveryShapeWhereverItStands(String before) {
        var text = before + patient.name() + "\"}";

        assertFound(text);
        assertFound(text.toLowerCase(Locale.ROOT));
        assertFound(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        assertFound(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        assertFound(URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertTrue(!SEARCH.in(text.getBytes(StandardCharsets.UTF_16BE)).isEmpty());
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        assertFound(escaped.toString());
    }

    @Test
    void findsEveryValueOfAPatient() {
        var identity = patient.body().get("identity");

        identity.properties().stream()
                .filter(field -> !field.getKey().equals("identityStatus"))
                .forEach(field ->
                        assertFalse(SEARCH.in(field.getValue().toString()).isEmpty(), field.getKey()));
        assertFound(URLEncoder.encode(patient.telephone(), StandardCharsets.UTF_8));
        assertFound(
                "\\\"birthPlace\\\":" + identity.get("birthPlace").toString().replace("\"", "\\\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "birthPlace=%s",
                "{postalCode=%s, city=x}",
                "(019ac,%s,t)",
                "(019ac,t,%s)",
                "[x, %s]",
                "place: %s",
                "/v1/%s?q=1",
                "?q=%s&limit=1",
                "?q=%s",
                "\"{\\\"birthPlace\\\":\\\"%s\\\"}\"",
                "%s",
                "not '%s'",
                "<place>%s</place>"
            })
    void findsACodeAsAWordOfItsOwn(String writing) {
        assertFound(writing.formatted(patient.body().at("/identity/birthPlace").asText()));
        assertFound(writing.formatted(
                patient.body().at("/identity/address/postalCode").asText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "019ac2a9-4212-7000-8000-2a9420099200",
                "X2A942",
                "2A9420",
                ",2A94",
                "2a942f",
                "1.00992",
                "100992",
                ",009921,",
                "00992x",
                "2026-11-28T00:12:00.00992Z",
                "+331990",
                "3319900",
                "\"2a942bfa-8c9d-4aef-9d92-00990b6a1bb3\""
            })
    void takesNoPartOfAnotherWordForACode(String text) {
        assertEquals(Set.of(), SEARCH.in(text));
        assertEquals(Set.of(), SEARCH.in("id=" + text + ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+33 1 99 00 00 42", " 33 1 99 00 00 42", "+33199000042", "%2B33199000042", "%2B33+1+99+00+00+42"
            })
    void findsATelephoneHoweverItIsWritten(String writing) {
        assertFound(writing);
    }

    /** As the comparison of names makes it, too: without accents, in capitals, cut at the hyphen. */
    @Test
    void findsTheFirstPartOfAGivenNameAlone() {
        var given = patient.body().at("/identity/givenNames/0").asText();
        var first = given.substring(0, given.indexOf('-'));

        assertFound(first);
        assertFound(first.toLowerCase(Locale.ROOT));
        assertFalse(first.contains(Mark.WORD.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2A942", "00992"})
    void findsACodeInJsonInEveryShape(String code) {
        var text = "{\"code\":\"" + code + "\"}";

        assertFound(text);
        assertFound(text.toLowerCase(Locale.ROOT));
        assertFound(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        assertFound(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        assertFound(URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertFalse(SEARCH.in(text.getBytes(StandardCharsets.UTF_16LE)).isEmpty());
    }

    @Test
    void findsACodeInARowAsPostgresKeepsIt() {
        assertFound("\u0003\r2A942\0\0");
    }

    @Test
    void findsAFreeTextWhereThereIsOne() {
        var free = new Search(Mark.FREE);

        assertFalse(
                free.in(patient.bodyWithFreeText().get("dossier").toString()).isEmpty());
        assertEquals(Set.of(), free.in(patient.body().toString()));
    }

    @Test
    void findsNothingInAReferralWithoutIdentity() {
        var body = patient.body();
        body.remove("identity");

        assertEquals(Set.of(), SEARCH.in(body.toString()));
    }

    @Test
    void findsWhatLiesAcrossTwoReadsOfAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("log"), "x".repeat((1 << 20) - 4) + Mark.WORD.text() + "x");

        assertEquals(Set.of("QXZKANARI as text QXZKANARI"), SEARCH.in(file));
    }

    @Test
    void givesEachPatientAnInsOfItsOwnWithTheRightKey() {
        assertEquals(15, patient.ins().length());
        var body = Long.parseLong(patient.ins().substring(0, 13).replace("2A", "19"));
        assertEquals(97 - body % 97, Long.parseLong(patient.ins().substring(13)));
        assertFalse(patient.ins().equals(new Patient(43).ins()));
    }

    private static void assertFound(String text) {
        assertFalse(SEARCH.in(text).isEmpty(), text);
    }
}
