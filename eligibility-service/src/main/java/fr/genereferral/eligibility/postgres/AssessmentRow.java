package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.StoredAssessment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One assessment in the books; inserted once, never touched again. */
@Entity
@Table(name = "assessment")
class AssessmentRow {
    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    private long number;

    @Column(name = "dossier_version")
    private int dossierVersion;

    private String packs;

    @Column(name = "evaluation_date")
    private LocalDate evaluationDate;

    private String cause;

    @Column(name = "assessed_at")
    private Instant assessedAt;

    private String document;

    protected AssessmentRow() {}

    AssessmentRow(UUID id, long number, StoredAssessment made) {
        this.id = id;
        this.referralId = made.dossier().referralId();
        this.number = number;
        this.dossierVersion = made.dossier().version();
        this.packs = made.packs();
        this.evaluationDate = made.evaluationDate();
        this.cause = made.cause().name();
        this.assessedAt = made.assessedAt();
        this.document = made.document();
    }
}
