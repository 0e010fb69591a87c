package fr.genereferral.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a hospital repeat a request without doing it twice.
 *
 * @param organisation the key belongs to it: two hospitals may choose the same one
 * @param key keyed hash of what the hospital chose: some build theirs from a patient's file number
 * @param bodyHash keyed hash of the body, so that the same key with another body is told apart
 */
public record IdempotencyKey(String organisation, String key, byte[] bodyHash) {
    /** How long a request is known by its key. */
    public static final Duration LIFE = Duration.ofHours(24);

    private static final int LONGEST = 255;

    public IdempotencyKey {
        bodyHash = bodyHash.clone();
    }

    /** @throws Refused when there is no key, or one that is too long */
    public static IdempotencyKey of(String organisation, String chosen, byte[] body, RequestHash hash) {
        if (chosen == null || chosen.isBlank()) {
            throw Refused.because("IDEMPOTENCY_KEY_MISSING");
        }
        if (chosen.length() > LONGEST) {
            throw Refused.because("IDEMPOTENCY_KEY_TOO_LONG");
        }
        return new IdempotencyKey(organisation, hash.text("idempotency-key", chosen), hash.of("body", body));
    }

    /**
     * Whether this very request is among what was taken before.
     *
     * @param request by which request one of them came; null where by none
     * @param at when it was taken: after a day a key is not known any more
     * @throws Refused when its key came with another body
     */
    <T> boolean isAmong(List<T> taken, Function<T, IdempotencyKey> request, Function<T, Instant> at, Instant now) {
        return earliest(taken, request, at, now).isPresent();
    }

    /** As {@link #isAmong}: what has come of this very request. */
    <T> Optional<T> earliest(List<T> taken, Function<T, IdempotencyKey> request, Function<T, Instant> at, Instant now) {
        var earlier = taken.stream()
                .filter(one -> at.apply(one).isAfter(now.minus(LIFE)) && isSame(request.apply(one)))
                .findFirst();
        earlier.map(request).map(IdempotencyKey::bodyHash).ifPresent(this::demandBody);
        return earlier;
    }

    private boolean isSame(IdempotencyKey other) {
        return other != null && other.organisation.equals(organisation) && other.key.equals(key);
    }

    /** @throws Refused when the key came with another body first */
    public void demandBody(byte[] firstHash) {
        if (!Arrays.equals(firstHash, bodyHash)) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
    }
}
