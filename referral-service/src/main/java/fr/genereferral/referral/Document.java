package fr.genereferral.referral;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.InflaterOutputStream;

/**
 * An explained assessment as eligibility-service published it, kept word for word: JSON, deflated (zlib). Only people read
 * it; the state machine reads the outline beside it.
 */
public final class Document {
    private static final int USUAL_LENGTH = 64 * 1024;
    /** Of every zlib stream that can be met: deflate with a window of 32 kB. */
    private static final byte ZLIB = 0x78;

    private final byte[] deflated;

    public Document(byte[] deflated) {
        this.deflated = deflated.clone();
    }

    /** Whether it begins as a deflated text does; the rest is found out when it is read. */
    public boolean isDeflated() {
        return deflated.length > 2 && deflated[0] == ZLIB;
    }

    public byte[] deflated() {
        return deflated.clone();
    }

    /** The bytes that the preview gives for the same inputs, as text. */
    public String text() {
        if (deflated.length > 0 && deflated[0] == '{') {
            // From before documents were deflated.
            return new String(deflated, StandardCharsets.UTF_8);
        }
        var text = new ByteArrayOutputStream(USUAL_LENGTH);
        try (var inflating = new InflaterOutputStream(text)) {
            inflating.write(deflated);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored assessment does not inflate", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document document && Arrays.equals(deflated, document.deflated);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(deflated);
    }

    @Override
    public String toString() {
        return "Document[" + deflated.length + " bytes]";
    }
}
