package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final String TEXT = "{\"text\": \"" + "Configuration des deux allèles ".repeat(1000) + "\"}";

    @Test
    void isReadAsItWasWritten() throws IOException {
        var document = new Document(deflated(TEXT));

        assertTrue(document.isDeflated());
        assertEquals(TEXT, document.text());
    }

    @Test
    void isReadAlthoughItWasStoredBeforeDocumentsWereDeflated() {
        assertEquals(TEXT, new Document(TEXT.getBytes(StandardCharsets.UTF_8)).text());
    }

    @Test
    void isNoneWhenItDoesNotBeginAsOne() {
        assertFalse(new Document(new byte[0]).isDeflated());
        assertFalse(new Document("Élodie".getBytes(StandardCharsets.UTF_8)).isDeflated());
    }

    @Test
    void isNotReadWhenItIsBroken() throws IOException {
        var broken = deflated(TEXT);
        Arrays.fill(broken, 10, broken.length, (byte) 7);

        assertThrows(UncheckedIOException.class, () -> new Document(broken).text());
    }

    private static byte[] deflated(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
