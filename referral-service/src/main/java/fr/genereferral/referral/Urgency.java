package fr.genereferral.referral;

import java.time.LocalDate;

/** How soon a hub must answer. Derived, never declared: a declared urgency is a lever, a derived one is a fact. */
public enum Urgency {
    ROUTINE,
    PRESSING,
    CRITICAL;

    /**
     * By the bounds that are in force today.
     *
     * @param eligibleUntil day on which the eligibility ends by itself; null when no day is known
     */
    static Urgency derived(LocalDate birthDate, LocalDate eligibleUntil, LocalDate today) {
        return UrgencyBounds.on(today).urgency(birthDate, eligibleUntil, today);
    }
}
