package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.Classification;
import fr.genereferral.eligibility.IdempotencyKey;
import fr.genereferral.eligibility.Refused;
import fr.genereferral.eligibility.VariantClassifications.Finding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** What was found of a variant, and with which request it came. */
@Entity
@Table(name = "variant_classification")
class ClassificationRow {
    @Id
    private long number;

    private String gene;
    private String change;
    private String hgvs;

    @Column(name = "acmg_class")
    private int acmgClass;

    @Column(name = "classified_on")
    private LocalDate classifiedOn;

    private String source;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String organisation;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    protected ClassificationRow() {}

    static ClassificationRow of(long number, Finding found, IdempotencyKey key, String by, Instant at) {
        var row = new ClassificationRow();
        row.number = number;
        row.gene = found.gene();
        row.change = found.change();
        row.hgvs = found.hgvs();
        row.acmgClass = found.acmgClass();
        row.classifiedOn = found.classifiedOn();
        row.source = found.source();
        row.recordedAt = at;
        row.recordedBy = by;
        row.organisation = key.organisation();
        row.idempotencyKey = key.key();
        row.bodyHash = key.bodyHash();
        return row;
    }

    void mustBeFor(IdempotencyKey again) {
        if (!Arrays.equals(bodyHash, again.bodyHash())) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
    }

    Classification classification() {
        return new Classification(number, gene, change, hgvs, acmgClass, classifiedOn, source, recordedAt);
    }
}
