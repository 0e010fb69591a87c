package fr.genereferral.eligibility;

import fr.genereferral.eligibility.EligibilityEvent.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An assessment on its way into the books.
 *
 * @param packs therapies and versions, in the catalogue's order: with the dossier and the date they name the assessment
 * @param outline the assessment without its explanations, JSON
 * @param document the explained assessment
 * @param nextDay the first day on which it is made again; empty when time alone changes nothing
 */
public record StoredAssessment(
        HeldDossier dossier,
        String packs,
        LocalDate evaluationDate,
        Cause cause,
        Instant assessedAt,
        String outline,
        Deflated document,
        Optional<LocalDate> nextDay) {}
