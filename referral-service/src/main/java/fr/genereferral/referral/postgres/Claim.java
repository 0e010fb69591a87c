package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Refused;
import java.util.UUID;

/** What the first request with a key has led to. */
record Claim(byte[] bodyHash, UUID referralId) {

    /** @throws Refused when the key came with another body */
    UUID referralId(IdempotencyKey again) {
        again.demandBody(bodyHash);
        return referralId;
    }
}
