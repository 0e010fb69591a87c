package fr.genereferral.eligibility.reclassification;

import fr.genereferral.eligibility.Classification;
import java.time.Instant;
import java.time.LocalDate;

/** What was found of a variant, for everybody. */
record ClassificationRepresentation(
        long number,
        String gene,
        String variant,
        String hgvs,
        int acmgClass,
        LocalDate classifiedOn,
        String source,
        Instant recordedAt) {
    static ClassificationRepresentation from(Classification found) {
        return new ClassificationRepresentation(
                found.number(),
                found.gene(),
                found.change(),
                found.hgvs(),
                found.acmgClass(),
                found.classifiedOn(),
                found.source(),
                found.recordedAt());
    }
}
