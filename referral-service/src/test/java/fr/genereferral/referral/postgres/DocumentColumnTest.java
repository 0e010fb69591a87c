package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentColumnTest {
    private static final String DOCUMENT = "{\"text\": \"" + "Configuration des deux allèles ".repeat(1000) + "\"}";

    private final DocumentColumn column = new DocumentColumn();

    @Test
    void givesBackWhatItTook() {
        var stored = column.convertToDatabaseColumn(DOCUMENT);

        assertEquals(DOCUMENT, column.convertToEntityAttribute(stored));
        assertTrue(stored.length < DOCUMENT.length() / 5, stored.length + " bytes");
    }

    @Test
    void readsWhatWasStoredBeforeDocumentsWereDeflated() {
        assertEquals(DOCUMENT, column.convertToEntityAttribute(DOCUMENT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatIsNoDocument() {
        var broken = column.convertToDatabaseColumn(DOCUMENT);
        Arrays.fill(broken, 10, broken.length, (byte) 7);

        assertThrows(UncheckedIOException.class, () -> column.convertToEntityAttribute(broken));
    }
}
