package fr.genereferral.eligibility;

/**
 * Lets a caller repeat a request without doing it twice.
 *
 * @param organisation the key belongs to it: two organisations may choose the same one
 * @param bodyHash hash of the body, so that the same key with another body is told apart
 */
public record IdempotencyKey(String organisation, String key, byte[] bodyHash) {
    public IdempotencyKey {
        if (key == null || key.isBlank()) {
            throw Refused.because("IDEMPOTENCY_KEY_MISSING");
        }
        if (key.length() > 255) {
            throw Refused.because("IDEMPOTENCY_KEY_TOO_LONG");
        }
        bodyHash = bodyHash.clone();
    }
}
