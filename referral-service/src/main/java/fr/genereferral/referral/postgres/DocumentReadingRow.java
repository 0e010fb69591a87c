package fr.genereferral.referral.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who has read the content of which document, and when: the audit says only of which referral. Append-only. */
@Entity
@Table(name = "document_reading")
class DocumentReadingRow {
    @Id
    private UUID id;

    @Column(name = "document_id")
    private UUID documentId;

    private Instant at;
    private String actor;
    private String organisation;
    private String role;

    protected DocumentReadingRow() {}

    DocumentReadingRow(UUID documentId, Actor by, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.documentId = documentId;
        this.at = at;
        this.actor = by.subject();
        this.organisation = by.organisation();
        this.role = by.role();
    }
}
