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
import java.util.Objects;

/** Which hub a request with a key was about, and what it has made. */
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

    private String made;

    @Column(name = "created_at")
    private Instant createdAt;

    protected IdempotencyRow() {}

    IdempotencyRow(IdempotencyKey key, OncePerKey.Subject subject, Instant createdAt) {
        this.organisation = key.organisation();
        this.key = key.key();
        this.bodyHash = key.bodyHash();
        this.hub = subject.hub();
        this.made = subject.made();
        this.createdAt = createdAt;
    }

    /** What the first request was about; fails when this is another request. */
    OncePerKey.Subject mustBeFor(String sameHub, IdempotencyKey again) {
        if (!Objects.equals(hub, sameHub) || !Arrays.equals(bodyHash, again.bodyHash())) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
        return new OncePerKey.Subject(hub, made);
    }
}
