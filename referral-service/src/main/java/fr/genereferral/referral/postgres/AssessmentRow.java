package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A judgement as it was received. Append-only. */
@Entity
@Table(name = "assessment")
class AssessmentRow {
    static final BulkInsert<AssessmentRow> INSERT = BulkInsert.<AssessmentRow>into("assessment")
            .uuid("id", row -> row.id)
            .uuid("referral_id", row -> row.referralId)
            .integer("dossier_version", row -> row.dossierVersion)
            .text("cause", row -> row.cause)
            .date("evaluation_date", row -> row.evaluationDate)
            .instant("assessed_at", row -> row.assessedAt)
            .instant("received_at", row -> row.receivedAt)
            .bytes("document", row -> row.document.deflated());

    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "dossier_version")
    private int dossierVersion;

    private String cause;

    @Column(name = "evaluation_date")
    private LocalDate evaluationDate;

    @Column(name = "assessed_at")
    private Instant assessedAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    private Document document;

    protected AssessmentRow() {}

    AssessmentRow(UUID referralId, Assessment heard, Instant receivedAt) {
        this.id = heard.id();
        this.referralId = referralId;
        this.dossierVersion = heard.dossierVersion();
        this.cause = heard.cause();
        this.evaluationDate = heard.evaluationDate();
        this.assessedAt = heard.assessedAt();
        this.receivedAt = receivedAt;
        this.document = heard.document();
    }
}
