package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.DocumentType;
import fr.genereferral.referral.IdempotencyKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What was attached to a referral, without its content. Append-only. */
@Entity
@Table(name = "document")
class DocumentRow {
    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private int size;
    private int chunks;
    private byte[] details;
    private String mark;

    @Enumerated(EnumType.STRING)
    private AttachedDocument.Scan scan;

    private Instant at;
    private String actor;
    private String organisation;
    private String role;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    protected DocumentRow() {}

    DocumentRow(AttachedDocument document) {
        this.id = document.id();
        this.referralId = document.referral();
        this.type = document.type();
        this.size = document.size();
        this.chunks = document.chunks();
        this.details = document.details();
        this.mark = document.mark();
        this.scan = document.scan();
        this.at = document.at();
        this.actor = document.by().subject();
        this.organisation = document.by().organisation();
        this.role = document.by().role();
        this.requestKey = document.request().key();
        this.bodyHash = document.request().bodyHash();
    }

    UUID id() {
        return id;
    }

    /**
     * @param kept whether its content is there
     * @param removal null while it stands
     */
    AttachedDocument document(boolean kept, DocumentRemovalRow removal) {
        return new AttachedDocument(
                id,
                referralId,
                type,
                size,
                chunks,
                details,
                mark,
                scan,
                at,
                new Actor(actor, organisation, role),
                new IdempotencyKey(organisation, requestKey, bodyHash),
                kept,
                removal == null ? null : removal.removal());
    }
}
