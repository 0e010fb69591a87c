package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.HeldDossier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The facts of a referral as last sent; replaced by newer ones, deleted when the referral is erased. */
@Entity
@Table(name = "held_dossier")
class HeldDossierRow {
    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "dossier_version")
    private int dossierVersion;

    @Column(name = "therapies_sought")
    private String therapiesSought;

    private String document;

    @Column(name = "sent_at")
    private Instant sentAt;

    protected HeldDossierRow() {}

    HeldDossierRow(HeldDossier dossier) {
        this.referralId = dossier.referralId();
        this.dossierVersion = dossier.version();
        this.therapiesSought = String.join(",", dossier.therapiesSought());
        this.document = dossier.document();
        this.sentAt = dossier.at();
    }
}
