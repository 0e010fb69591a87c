package fr.genereferral.referral;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Port to the keyed hash that tells requests and patients apart without keeping them. Its key outlives the master key:
 * what was hashed before a rotation is recognised after it.
 */
public interface RequestHash {

    /** Keyed hash of bytes as they are: only for what {@link #of(String, byte[]...)} has framed. */
    byte[] of(byte[] framed);

    /**
     * Keyed hash for one purpose. Label and parts are preceded by their lengths, so that nothing that a caller chooses
     * for one purpose can be what is hashed for another: a hospital must not be able to have a patient's hash made as
     * that of an idempotency key.
     */
    default byte[] of(String purpose, byte[]... parts) {
        var label = purpose.getBytes(StandardCharsets.UTF_8);
        var length = Integer.BYTES + label.length;
        for (var part : parts) {
            length += Integer.BYTES + part.length;
        }
        var framed = ByteBuffer.allocate(length).putInt(label.length).put(label);
        for (var part : parts) {
            framed.putInt(part.length).put(part);
        }
        return of(framed.array());
    }

    /** The same of texts, as a text. */
    default String text(String purpose, String... parts) {
        var bytes = new byte[parts.length][];
        for (var n = 0; n < parts.length; n++) {
            bytes[n] = parts[n].getBytes(StandardCharsets.UTF_8);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(purpose, bytes));
    }
}
