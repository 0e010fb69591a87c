package fr.genereferral.hubdirectory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Lets a caller repeat a request without doing it twice.
 *
 * @param organisation the key belongs to it: two organisations may choose the same one
 * @param key hash of what the caller chose: some build theirs from a patient's name, which is not to rest here
 * @param bodyHash hash of the body, so that the same key with another body is told apart
 */
public record IdempotencyKey(String organisation, String key, byte[] bodyHash) {
    private static final int LONGEST = 255;

    public IdempotencyKey {
        bodyHash = bodyHash.clone();
    }

    /** @throws Refused when there is no key, or one that is too long */
    public static IdempotencyKey of(String organisation, String chosen, byte[] bodyHash) {
        if (chosen == null || chosen.isBlank()) {
            throw Refused.because("IDEMPOTENCY_KEY_MISSING");
        }
        if (chosen.length() > LONGEST) {
            throw Refused.because("IDEMPOTENCY_KEY_TOO_LONG");
        }
        return new IdempotencyKey(organisation, hash(organisation + "/" + chosen), bodyHash);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
