package fr.genereferral.eligibility;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** What was found of variants since they were reported; recorded, and never changed. */
public interface VariantClassifications {

    /**
     * Records a finding, once for each key. Fails with IDEMPOTENCY_KEY_REUSED when the key came with another body.
     *
     * @param by the person's pseudonym
     */
    Uni<Recorded> record(Finding found, IdempotencyKey key, String by);

    /**
     * The newest first.
     *
     * @param gene only its variants; null for all
     */
    Uni<List<Classification>> all(String gene);

    /**
     * A variant of another class.
     *
     * @param change as in {@link Classification}
     */
    record Finding(String gene, String change, String hgvs, int acmgClass, LocalDate classifiedOn, String source) {}

    /** @param openDossiers how many name the variant now, and are judged again */
    record Recorded(Classification classification, int openDossiers) {}
}
