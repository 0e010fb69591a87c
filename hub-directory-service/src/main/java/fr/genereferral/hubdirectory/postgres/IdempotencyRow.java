package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;

/** Which hub a request with a key has changed. */
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

    @Column(name = "hub_id")
    private String hub;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IdempotencyRow() {}

    IdempotencyRow(IdempotencyKey key, String hub, Instant createdAt) {
        this.organisation = key.organisation();
        this.key = key.key();
        this.bodyHash = key.bodyHash();
        this.hub = hub;
        this.createdAt = createdAt;
    }

    void mustBeFor(String sameHub, IdempotencyKey again) {
        if (!hub.equals(sameHub) || !Arrays.equals(bodyHash, again.bodyHash())) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
    }
}
