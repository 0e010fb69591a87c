package fr.genereferral.referral;

import java.time.Instant;

/** Until when a hospital is asked to send the facts that its referral waits for: as long as for a question of that urgency. */
final class FactsDue {
    private static final QuestionLimits LIMITS = new QuestionLimits();

    private FactsDue() {}

    /**
     * Of a wait that begins. It stays while the wait lasts: whoever is asked for the same once more, or for more, has no more time,
     * and what a later judgement finds of the urgency does not move it.
     *
     * @param at when the referral has come into its state
     * @return null where that state does not wait for facts, or no limit is set for that day
     */
    static Instant of(Referral referral, Instant at) {
        if (referral.state() != ReferralStatus.AWAITING_INFORMATION) {
            return null;
        }
        var day = Paris.dayOf(at);
        var until = referral.verdicts().eligibleUntil(referral.therapiesSought(), verdict -> true);
        return Urgency.on(day, referral.facts().birthDate(), until)
                .flatMap(urgency -> LIMITS.find(urgency, day))
                .map(at::plus)
                .orElse(null);
    }
}
