package fr.genereferral.e2e.anonymity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.InflaterOutputStream;

/** What the platform keeps and sends deflated, made readable for a search. */
final class Packed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Packed() {}

    static Optional<byte[]> inflated(byte[] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        var text = new ByteArrayOutputStream();
        try (var inflating = new InflaterOutputStream(text)) {
            inflating.write(bytes);
        } catch (IOException notDeflated) {
            return Optional.empty();
        }
        return Optional.of(text.toByteArray());
    }

    /** The document inside an event, or null where there is none. */
    static byte[] inflatedFrom(byte[] event) {
        try {
            var document = event == null ? null : JSON.readTree(event).get("document");
            return document == null ? null : inflated(document.binaryValue()).orElse(null);
        } catch (IOException notJson) {
            return null;
        }
    }
}
