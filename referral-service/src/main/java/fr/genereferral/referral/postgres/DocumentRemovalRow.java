package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.AttachedDocument.Removal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a document was taken back, by whom and why. Append-only. */
@Entity
@Table(name = "document_removal")
class DocumentRemovalRow {
    @Id
    @Column(name = "document_id")
    private UUID documentId;

    private String reason;
    private Instant at;
    private String actor;
    private String organisation;
    private String role;

    protected DocumentRemovalRow() {}

    DocumentRemovalRow(UUID documentId, Removal removal) {
        this.documentId = documentId;
        this.reason = removal.reason();
        this.at = removal.at();
        this.actor = removal.by().subject();
        this.organisation = removal.by().organisation();
        this.role = removal.by().role();
    }

    UUID documentId() {
        return documentId;
    }

    Removal removal() {
        return new Removal(reason, at, new Actor(actor, organisation, role));
    }
}
