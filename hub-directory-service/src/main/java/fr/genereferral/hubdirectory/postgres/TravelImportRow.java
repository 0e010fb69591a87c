package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.TravelTimes.Brought;
import fr.genereferral.hubdirectory.TravelTimes.Errand;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Who brought travel times, and under which key. */
@Entity
@Table(name = "travel_import")
class TravelImportRow {
    @Id
    private UUID id;

    private String organisation;
    private String key;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    private int legs;
    private int added;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    protected TravelImportRow() {}

    TravelImportRow(Brought brought, Errand errand, Instant at) {
        id = brought.id();
        organisation = errand.key().organisation();
        key = errand.key().key();
        bodyHash = errand.key().bodyHash();
        legs = brought.legs();
        added = brought.added();
        recordedAt = at;
        recordedBy = errand.by();
    }

    Brought again(IdempotencyKey repeated) {
        if (!Arrays.equals(bodyHash, repeated.bodyHash())) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
        return new Brought(id, legs, added);
    }
}
