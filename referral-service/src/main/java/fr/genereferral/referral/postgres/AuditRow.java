package fr.genereferral.referral.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who did or read what, when and from where. Append-only. */
@Entity
@Table(name = "audit")
class AuditRow {
    static final BulkInsert<AuditRow> INSERT = WrittenBy.columns(
                    BulkInsert.<AuditRow>into("audit")
                            .uuid("id", row -> row.id)
                            .uuid("referral_id", row -> row.referralId),
                    (AuditRow row) -> row.written)
            .text("action", row -> row.action)
            .text("from_address", row -> row.fromAddress);

    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    @Embedded
    private WrittenBy written;

    private String action;

    @Column(name = "from_address")
    private String fromAddress;

    @Column(name = "dossier_version")
    private Integer dossierVersion;

    @Column(name = "document_id")
    private UUID documentId;

    protected AuditRow() {}

    /** Of somebody who is not shown the dossier. */
    AuditRow(UUID referralId, Access access, Instant at) {
        this(referralId, access, at, null);
    }

    /** @param dossierVersion the one that is shown; null where none is */
    AuditRow(UUID referralId, Access access, Instant at, Integer dossierVersion) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.referralId = referralId;
        this.written = WrittenBy.of(access.by(), at);
        this.action = access.action();
        this.fromAddress = access.from();
        this.dossierVersion = dossierVersion;
    }

    /** Of a document that somebody reads, attaches or takes back. */
    static AuditRow ofDocument(UUID referralId, UUID document, Access access, Instant at) {
        var row = new AuditRow(referralId, access, at);
        row.documentId = document;
        return row;
    }
}
