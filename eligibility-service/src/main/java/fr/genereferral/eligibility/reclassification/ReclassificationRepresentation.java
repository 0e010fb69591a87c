package fr.genereferral.eligibility.reclassification;

import fr.genereferral.eligibility.VariantClassifications.Recorded;

/** What was recorded, for whoever recorded it. */
record ReclassificationRepresentation(ClassificationRepresentation classification, int openDossiers) {
    static ReclassificationRepresentation from(Recorded recorded) {
        return new ReclassificationRepresentation(
                ClassificationRepresentation.from(recorded.classification()), recorded.openDossiers());
    }
}
