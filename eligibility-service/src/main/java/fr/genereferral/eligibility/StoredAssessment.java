package fr.genereferral.eligibility;

import fr.genereferral.eligibility.EligibilityEvent.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An assessment on its way into the books.
 *
 * @param basis therapies and versions in the catalogue's order, and the classifications that counted: with the dossier and
 *     the date they name the assessment
 * @param outline the assessment without its explanations, JSON
 * @param document the explained assessment
 * @param again when it is made again
 */
public record StoredAssessment(
        HeldDossier dossier,
        String basis,
        LocalDate evaluationDate,
        Cause cause,
        Instant assessedAt,
        String outline,
        Deflated document,
        Again again) {

    /**
     * What makes the same facts be judged again.
     *
     * @param nextDay the first day on which it is made again; empty when time alone changes nothing
     * @param cites the variants that the facts name: another class of one of them makes it be made again
     * @param classificationsKnown up to this number every classification could count in it
     */
    public record Again(Optional<LocalDate> nextDay, List<String> cites, long classificationsKnown) {}
}
