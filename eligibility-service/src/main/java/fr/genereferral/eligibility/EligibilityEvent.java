package fr.genereferral.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What this service tells the others; each is stored together with the change that it speaks of. */
public sealed interface EligibilityEvent {

    /** The aggregate that the sequence counts: a referral or a rule pack. */
    String key();

    long sequence();

    Instant at();

    default String type() {
        return getClass().getSimpleName() + ".v1";
    }

    /**
     * A dossier was judged.
     *
     * @param sequence number of this assessment of the referral
     * @param outline what the assessment comes to, without its explanations, JSON
     * @param document the explained assessment
     */
    record ReferralAssessed(
            UUID referralId,
            long sequence,
            UUID assessmentId,
            int dossierVersion,
            Cause cause,
            Instant at,
            String outline,
            Deflated document)
            implements EligibilityEvent {
        @Override
        public String key() {
            return referralId.toString();
        }

        @Override
        public String toString() {
            return "ReferralAssessed[" + referralId + "#" + sequence + "]";
        }
    }

    /** A version of a rule pack is in force from a day on. */
    record RulePackActivated(String therapy, long sequence, int version, LocalDate effectiveFrom, String by, Instant at)
            implements EligibilityEvent {
        @Override
        public String key() {
            return therapy;
        }
    }

    /** Why an assessment was made. */
    enum Cause {
        SUBMITTED,
        FACTS,
        RULES,
        TIME,
        RECLASSIFICATION
    }
}
