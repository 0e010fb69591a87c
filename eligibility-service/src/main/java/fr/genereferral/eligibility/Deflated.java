package fr.genereferral.eligibility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * An explained assessment as it is kept and sent: its JSON text deflated (zlib), a seventh of it. In full it is some forty
 * kilobytes, and moving those took more time than judging.
 *
 * @param base64 for a column of many in one statement, and for an event
 */
public record Deflated(String base64) {
    private static final int USUAL_LENGTH = 8 * 1024;

    /** Kept: each takes a quarter of a megabyte outside the heap, which the system hands out page by page. */
    private static final ThreadLocal<Deflater> FAST = ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED));

    /** @param document UTF-8 */
    public static Deflated of(byte[] document) {
        var fast = FAST.get();
        fast.reset();
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (var deflating = new DeflaterOutputStream(bytes, fast, USUAL_LENGTH)) {
            deflating.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Deflated(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    @Override
    public String toString() {
        return "Deflated[" + base64.length() + " characters]";
    }
}
