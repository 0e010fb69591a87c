package fr.genereferral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A judgement as eligibility-service published it, kept word for word.
 *
 * @param document the explained assessment, the bytes that the preview gives for the same inputs
 * @param verdicts what the state machine reads of it
 */
public record Assessment(
        UUID id,
        int dossierVersion,
        String cause,
        LocalDate evaluationDate,
        Instant assessedAt,
        Document document,
        Verdicts verdicts) {}
