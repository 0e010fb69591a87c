package fr.genereferral.eligibility.postgres;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A document as its table keeps it: deflated (zlib), a seventh of its text. Written in full it is cut into some twenty
 * pieces by PostgreSQL, which took most of the time that a judgement needs to be stored.
 */
final class Deflated {
    private static final int USUAL_LENGTH = 8 * 1024;

    private Deflated() {}

    /** Goes into a statement as text, base64: many in one array. */
    static String base64(String document) {
        var fast = new Deflater(Deflater.BEST_SPEED);
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (var deflating = new DeflaterOutputStream(bytes, fast, USUAL_LENGTH)) {
            deflating.write(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
