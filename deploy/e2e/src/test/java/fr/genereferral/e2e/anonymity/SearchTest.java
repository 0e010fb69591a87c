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
    private static final Search SEARCH =
            new Search(Mark.WORD, Mark.INS, Mark.TELEPHONE, Mark.BIRTH_PLACE, Mark.POSTAL_CODE, Mark.FREE);

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
