package fr.genereferral.referral.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One sealed piece of a document's content. Goes when the document is taken back. */
@Entity
@Table(name = "document_chunk")
@IdClass(DocumentChunkRow.Key.class)
class DocumentChunkRow {
    /** Pieces are numbered from 0. */
    record Key(UUID documentId, int number) implements Serializable {}

    @Id
    @Column(name = "document_id")
    private UUID documentId;

    @Id
    private int number;

    private byte[] sealed;

    protected DocumentChunkRow() {}

    DocumentChunkRow(UUID documentId, int number, byte[] sealed) {
        this.documentId = documentId;
        this.number = number;
        this.sealed = sealed;
    }
}
