package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdempotencyKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
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

    boolean sameBody(IdempotencyKey again) {
        return Arrays.equals(bodyHash, again.bodyHash());
    }

    UUID referralId() {
        return referralId;
    }
}
