package fr.genereferral.eligibility;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The assessments that were made, never changed, and the facts that they were made from. */
public interface Assessments {

    /**
     * Stores each assessment, holds its facts and tells the others, in the caller's transaction. One that is already
     * there (same dossier version, packs and date) is left as it is.
     */
    Uni<Void> store(List<StoredAssessment> made);
}
