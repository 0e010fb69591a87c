package fr.genereferral.referral.postgres;

import fr.genereferral.referral.postgres.bulk.BulkInsert;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One version of a clinical dossier, JSON. Append-only. */
@Entity
@Table(name = "dossier")
@IdClass(DossierRow.Key.class)
class DossierRow {
    /** A referral's dossier has versions. */
    record Key(UUID referralId, int version) implements Serializable {}

    static final BulkInsert<DossierRow> INSERT = BulkInsert.<DossierRow>into("dossier")
            .uuid("referral_id", row -> row.referralId)
            .integer("version", row -> row.version)
            .text("document", row -> row.document)
            .instant("received_at", row -> row.receivedAt);

    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Id
    private int version;

    private String document;

    @Column(name = "received_at")
    private Instant receivedAt;

    protected DossierRow() {}

    DossierRow(UUID referralId, int version, String document, Instant receivedAt) {
        this.referralId = referralId;
        this.version = version;
        this.document = document;
        this.receivedAt = receivedAt;
    }

    String document() {
        return document;
    }
}
