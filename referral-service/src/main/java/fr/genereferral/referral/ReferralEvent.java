package fr.genereferral.referral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a change of a referral says to the others. Every change notes exactly one, numbered by {@code sequence}: the
 * referral's version. No identity and no free text is ever in one.
 */
public sealed interface ReferralEvent {
    UUID referralId();

    long sequence();

    /** Name and version as the topic carries it. */
    default String type() {
        return getClass().getSimpleName() + ".v1";
    }

    /** A hospital has sent a referral; {@code dossier} is the JSON without consent and clinician. */
    record ReferralSubmitted(
            UUID referralId,
            long sequence,
            String organisation,
            ReferralStatus state,
            Instant submittedAt,
            int dossierVersion,
            List<String> therapiesSought,
            Json dossier)
            implements ReferralEvent {}

    /** Facts have come or were settled; {@code dossier} is the whole as it now holds, without consent and clinician. */
    record DossierChanged(
            UUID referralId,
            long sequence,
            ReferralStatus state,
            Instant changedAt,
            int dossierVersion,
            List<String> therapiesSought,
            Json dossier)
            implements ReferralEvent {}

    /** A therapy is to be offered to a hub. */
    record RoutingRequested(
            UUID referralId,
            long sequence,
            int routing,
            String therapy,
            int packVersion,
            String verdict,
            List<String> conditionalOn,
            List<String> warnings,
            LocalDate birthDate,
            BigDecimal weightKg,
            Urgency urgency,
            LocalDate eligibleUntil,
            String organisation,
            String residenceDepartement,
            String followedBy,
            String hubPreferred,
            List<String> hubsDeclinedByFamily,
            Instant clockStartedAt)
            implements ReferralEvent {}

    /** The routing shall end. */
    record RoutingCancelled(UUID referralId, long sequence, int routing, String cause) implements ReferralEvent {}

    /** A hub took responsibility. */
    record ReferralAccepted(UUID referralId, long sequence, String hub, UUID offerId, Instant acceptedAt)
            implements ReferralEvent {}

    /** A change that no other event names. The hub directory hears whether a stop is wanted, the others only keep count. */
    record ReferralMoved(
            UUID referralId, long sequence, ReferralStatus previousState, ReferralStatus state, String cause)
            implements ReferralEvent {}

    /**
     * The referral has ended.
     *
     * @param outcome whether the child was treated, once care has come to its end; null otherwise
     */
    record ReferralClosed(UUID referralId, long sequence, ReferralStatus state, String reason, Care.Result outcome)
            implements ReferralEvent {}

    /**
     * Somebody asks the hospital.
     *
     * @param offerId under which a hub asks; null where the coordinator does
     * @param organisation for whom the one works who asks
     * @param open how many questions under that offer wait for an answer now
     * @param dueAt until when the hospital is asked to answer
     */
    record QuestionOpened(
            UUID referralId,
            long sequence,
            UUID questionId,
            UUID offerId,
            String organisation,
            int open,
            Instant openedAt,
            Instant dueAt)
            implements ReferralEvent {}

    /**
     * A question was answered or taken back.
     *
     * @param outcome which of the two
     * @param open as for the beginning
     */
    record QuestionClosed(
            UUID referralId,
            long sequence,
            UUID questionId,
            UUID offerId,
            String organisation,
            Question.Kind outcome,
            int open,
            Instant closedAt)
            implements ReferralEvent {}

    /** JSON that is passed on as it is. */
    record Json(String text) {}
}
