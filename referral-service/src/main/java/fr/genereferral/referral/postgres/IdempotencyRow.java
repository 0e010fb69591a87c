package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** What a request with a key has led to. */
@Entity
@Table(name = "idempotency")
@IdClass(IdempotencyRow.Place.class)
class IdempotencyRow {
    /** The key belongs to the organisation. */
    record Place(String organisation, String key) implements Serializable {}

    private static final Duration LIFE = Duration.ofHours(24);

    @Id
    private String organisation;

    @Id
    private String key;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IdempotencyRow() {}

    IdempotencyRow(IdempotencyKey key, UUID referralId, Instant createdAt) {
        this.organisation = key.organisation();
        this.key = key.key();
        this.bodyHash = key.bodyHash();
        this.referralId = referralId;
        this.createdAt = createdAt;
    }

    boolean expired(Instant now) {
        return createdAt.plus(LIFE).isBefore(now);
    }

    /** @throws Refused when the key came with another body */
    UUID referralId(IdempotencyKey again) {
        if (!Arrays.equals(bodyHash, again.bodyHash())) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
        return referralId;
    }
}
